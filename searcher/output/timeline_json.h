#pragma once

#include <ostream>

#include "searcher/answer.h"

namespace backfile {

/// Writes the members of an answer's JSON that a time line has, each with a comma before it.
void write_timeline_json(const Timeline& timeline, std::ostream& out);

}  // namespace backfile
