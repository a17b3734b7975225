#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// A page to look at: one file that needs nothing else and runs nothing, for light and dark, small
/// and large screens, and paper.
std::unique_ptr<AnswerSink> html_writer(const Layout& layout, std::ostream& out);

/// The same of whole articles.
std::unique_ptr<AnswerSink> html_article_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
