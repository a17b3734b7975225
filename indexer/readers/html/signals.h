#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/html/tree.h"

namespace backfile {

/// What an element's tag, role, class and id say it is.
enum class Signal : std::uint8_t {
  none,
  hidden,    ///< not to be seen
  boundary,  ///< navigation, footer, comments, advertisement, sharing: no text of the article
  aside,  ///< related links, boxes, newsletters: no text of the article unless they hold most of it
  caption,  ///< under a picture
  byline,   ///< authors and dates
  body      ///< the text of the article
};

/// One for each node.
std::vector<Signal> signals_of(const HtmlTree& tree);

}  // namespace backfile
