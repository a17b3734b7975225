#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Why a record of more than `longest_record` bytes is not read.
inline constexpr std::string_view too_long = "too long: more than 512 MB";

/// Hands over `article`, or, when it has neither headline nor text, says so. `position` is where it
/// begins in the input, in bytes; `detail` is put behind the reason.
void deliver(Article article, std::uint64_t position, std::string_view detail, ArticleSink& sink);

}  // namespace backfile
