#pragma once

#include <vector>

#include "indexer/readers/html/findings.h"
#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// Notes what stands in a page for people to read, and how it is marked: microdata (itemprop),
/// <h1>, <time>, links with rel="author", and elements whose class or id says "byline", "author" or
/// "date". What stands in boxes beside the article (signals.h) is passed over.
void find_visible(const HtmlTree& tree, const std::vector<Signal>& signals, Findings& findings);

}  // namespace backfile
