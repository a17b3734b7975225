#pragma once

#include <ostream>
#include <span>

#include "searcher/output/output.h"

namespace backfile {

/// One JSON document (docs/search-answer.md).
void write_json(const Answer& answer, std::ostream& out);

/// One JSON document of whole articles (docs/search-answer.md).
void write_articles_json(std::span<const Article> articles, std::ostream& out);

}  // namespace backfile
