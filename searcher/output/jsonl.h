#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// One JSON object a line: the hits of docs/search-answer.md.
std::unique_ptr<AnswerSink> jsonl_writer(const Layout& layout, std::ostream& out);

/// The same of whole articles.
std::unique_ptr<AnswerSink> jsonl_article_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
