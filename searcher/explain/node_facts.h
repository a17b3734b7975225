#pragma once

#include <string>
#include <vector>

#include "searcher/explain/explanation.h"

namespace backfile {

/// What people are told of a node beside its label, a line each, harmless for a terminal: how its
/// words are read, what a pattern stands for.
std::vector<std::string> node_facts(const ExplainedNode& node);

}  // namespace backfile
