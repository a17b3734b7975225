#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// One JSON document (docs/search-answer.md).
std::unique_ptr<AnswerSink> json_writer(const Layout& layout, std::ostream& out);

/// One JSON document of whole articles (docs/search-answer.md).
std::unique_ptr<AnswerSink> json_article_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
