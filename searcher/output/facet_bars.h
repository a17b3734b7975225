#pragma once

#include <string>

#include "searcher/answer.h"
#include "searcher/output/output.h"

namespace backfile {

/// Appends a facet: its name, and a line for each value with its count and a bar.
void append_facet(std::string& out, const Facet& facet, const Style& style);

}  // namespace backfile
