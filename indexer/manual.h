#pragma once

#include <span>

#include "common/options/man.h"

namespace backfile {

/// The sections of backfile-index(1) before and behind the options.
std::span<const ManSection> index_manual_before();
std::span<const ManSection> index_manual_after();

}  // namespace backfile
