#pragma once

#include <ostream>

#include "searcher/output/output.h"

namespace backfile {

/// For people: the total, the hits with title, outlet, date, topics, snippet and address, the
/// facets as bars, the notes.
void write_text(const Answer& answer, const Style& style, std::ostream& out);

}  // namespace backfile
