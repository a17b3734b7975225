#pragma once

#include <string>

#include "searcher/query/tree.h"

namespace backfile {

/// A query that parses to `node` again, for trees that parse_query made. (The words of
/// literal_query may look like operators, which the language cannot write as stem words.)
std::string print_query(const Node& node);

/// The tree for people, one node a line, children indented by two spaces (`--explain`).
std::string draw_tree(const Node& node);

}  // namespace backfile
