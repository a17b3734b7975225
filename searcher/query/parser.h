#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace backfile {

/// The syntax tree of a query (docs/backfile-query.7 teaches the language). Nothing is dropped or
/// changed silently: what cannot be understood throws Error (bad_query) with its place and, where
/// there is one, a way out. An empty query is every article. Takes any bytes.
Node parse_query(std::string_view query);

}  // namespace backfile
