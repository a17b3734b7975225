#pragma once

#include <ostream>
#include <vector>

#include "searcher/output/output.h"

namespace backfile {

/// One whole article for people: title, authors, outlet, date, topics, address, and the body
/// wrapped to the width with `matches` (bytes of the body) marked.
void write_article_text(const Article& article, const std::vector<TextRange>& matches,
                        const Style& style, std::ostream& out);

}  // namespace backfile
