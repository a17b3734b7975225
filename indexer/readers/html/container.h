#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// The first <h1> whose text has the key (name_key) `title_key`; 0 when there is none.
std::size_t find_heading(const HtmlTree& tree, const std::string& title_key);

/// The element that holds the article of a page: what names itself as the text of an article, else
/// an <article>, else the smallest element with most of the page's text. `signals` has one for each
/// node, `blocks` are those outside of what is no part of the article, and `title_key` is the
/// name_key of the page's title: of several articles the one with that heading is meant.
std::size_t find_container(const HtmlTree& tree, const std::vector<Signal>& signals,
                           const std::vector<Block>& blocks, const std::string& title_key);

}  // namespace backfile
