#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/blocks.h"

namespace backfile {

/// The text of an article from the blocks of its element, one line for each: without the title
/// (whose name_key is `title_key`), dates and names above the first paragraph, lists of links,
/// labels (labels.h), what stands twice, and headings with nothing below.
std::string select_text(const std::vector<Block>& blocks, const std::string& title_key);

}  // namespace backfile
