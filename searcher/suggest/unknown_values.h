#pragma once

#include <string>
#include <vector>

#include "common/index/database.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"

namespace backfile {

/// The name, or a part of it, that `node` asks for in a field of names: `author:"Fiona Simpson"`.
/// Empty when it asks for anything else.
std::string name_in(const Node& node);

/// A sentence for each outlet, topic, author … in the query or the filters that no article has,
/// with the nearest there are: `no article has the outlet "xyz"; nearest: "XYZ News"`.
std::vector<std::string> unknown_values(const Database& database, const Node& tree,
                                        const Request& request);

}  // namespace backfile
