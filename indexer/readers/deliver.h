#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Hands over `article`, or, when it has neither headline nor text, says so. `position` is where it
/// begins in the input, in bytes; `detail` is put behind the reason.
void deliver(Article article, std::uint64_t position, std::string_view detail, ArticleSink& sink);

}  // namespace backfile
