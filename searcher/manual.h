#pragma once

#include <span>

#include "common/options/man.h"

namespace backfile {

/// The sections of backfile-search(1) before and behind the options.
std::span<const ManSection> search_manual_before();
std::span<const ManSection> search_manual_after();

}  // namespace backfile
