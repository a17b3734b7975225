#pragma once

#include <cstdint>

#include "common/options/parse.h"

namespace backfile {

/// What is done to an index without reading articles for it.
enum class Upkeep : std::uint8_t { none, check, compact, stats, upgrade };

/// Which of these a command line asks for. Throws Error (usage) when it asks for several, or has
/// anything that does not go with it.
Upkeep upkeep_of(const Arguments& given);

}  // namespace backfile
