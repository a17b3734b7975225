#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/token.h"

namespace backfile {

/// The tokens of a query, with a last one of kind `end`. They refer to `query`, which must outlive
/// them. Takes any bytes. Throws Error (bad_query) for what is no token: a quote without its
/// partner, a dash or `=` that belongs to no word, an unknown field, a field without a value.
std::vector<QueryToken> tokens_of(std::string_view query);

}  // namespace backfile
