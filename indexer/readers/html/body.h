#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// What a page has for people to read.
struct PageText {
  std::string text;        ///< of the article; its paragraphs are separated by '\n'
  std::size_t links = 0;   ///< lines beside it, in the same element, that are links
  std::size_t linked = 0;  ///< their bytes
  std::size_t links_beside =
      0;  ///< all such lines of the page, but for its navigation and the like
};

/// The text of a page's article.
///
/// What names itself as navigation, comments and the like (signals.h) is passed over; the element
/// that holds the article is found among the rest (container.h); and what in there is none of its
/// text by its own words and links is left out (selection.h). `title` is the page's.
PageText find_body(const HtmlTree& tree, const std::vector<Signal>& signals,
                   std::string_view title);

}  // namespace backfile
