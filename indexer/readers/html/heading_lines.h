#pragma once

#include "indexer/readers/html/findings.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// Notes the byline and the date that stand in the lines right under a page's heading (<h1>), as
/// above a plain text (text_head.h), in elements that nothing names. For pages of which nothing
/// else says them: does nothing when `findings` have both.
void find_heading_lines(const HtmlTree& tree, Findings& findings);

}  // namespace backfile
