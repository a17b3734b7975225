#pragma once

#include <string>

#include "searcher/answer.h"
#include "searcher/output/output.h"

namespace backfile {

/// Draws a time line as wide as the window: a bar for each interval; of several queries a small
/// line each, and a table of their counts; and a small line for each part.
std::string timeline_text(const Timeline& timeline, const Style& style);

}  // namespace backfile
