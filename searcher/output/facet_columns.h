#pragma once

#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/output/output.h"

namespace backfile {

/// Appends the facets in which anything was counted, side by side where the width allows it, else
/// below each other.
void append_facets(std::string& out, const std::vector<Facet>& counted, const Style& style);

}  // namespace backfile
