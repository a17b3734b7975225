#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// The text of a page's article, its paragraphs separated by '\n'.
///
/// What names itself as navigation, comments and the like (signals.h) is passed over; the element
/// that holds the article is found among the rest (container.h); and what in there is none of its
/// text by its own words and links is left out (selection.h). `title` is the page's.
std::string find_body(const HtmlTree& tree, const std::vector<Signal>& signals,
                      std::string_view title);

}  // namespace backfile
