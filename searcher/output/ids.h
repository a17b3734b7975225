#pragma once

#include <ostream>

#include "searcher/output/output.h"

namespace backfile {

/// One id a line. A line end or another control character in an id becomes a space; JSON has the id
/// as it is.
void write_ids(const Answer& answer, std::ostream& out);
void write_id(const Article& article, std::ostream& out);

}  // namespace backfile
