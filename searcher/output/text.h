#pragma once

#include <memory>

#include "searcher/output/output.h"

namespace backfile {

/// For people: the total, the hits with title, outlet, date, topics, snippet and address, the
/// facets as bars, the notes.
std::unique_ptr<AnswerSink> text_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
