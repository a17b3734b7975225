#pragma once

#include <string>
#include <vector>

#include "indexer/readers/html/findings.h"

namespace backfile {

/// Notes what JSON-LD scripts say of the article: the first object that is a NewsArticle or one of
/// its kin (schema.org/Article and its subtypes), by itself, in a list, in "@graph" or as the main
/// entity of a page. Broken JSON is repaired where that is possible.
/// Returns the articleBody, "" when there is none.
std::string find_linked_data(const std::vector<std::string>& scripts, Findings& findings);

}  // namespace backfile
