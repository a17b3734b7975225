#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// Whole articles for people: title, authors, outlet, date, topics, address, standfirst, and the
/// body wrapped to the width, with what the query asks for marked.
std::unique_ptr<AnswerSink> article_text_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
