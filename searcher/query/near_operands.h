#pragma once

#include <vector>

#include "searcher/query/tree.h"

namespace backfile {

/// Throws Error (bad_query) when one of `operands` cannot stand beside NEAR: only words, phrases,
/// and an OrNode of these can.
void require_near_operands(const std::vector<Node>& operands);

}  // namespace backfile
