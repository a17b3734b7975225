#pragma once

#include <ostream>

#include "searcher/explain/explanation.h"

namespace backfile {

/// One JSON document (docs/explain.md).
void write_json(const Explanation& explanation, std::ostream& out);
void write_json(const HitExplanation& explanation, std::ostream& out);

}  // namespace backfile
