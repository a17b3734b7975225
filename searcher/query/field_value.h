#pragma once

#include "searcher/query/token.h"
#include "searcher/query/tree.h"

namespace backfile {

/// What the value `token` asks of `field`, which is none of words: a ValueNode, DateNode or
/// NumberNode. Throws Error (bad_query) for a value that the field cannot have.
Node read_value(const Field& field, const QueryToken& token);

/// Whether an unquoted value of `field` is a pattern: it has a '*', or a '?', except where that is
/// part of an address.
bool is_value_pattern(const Field& field, std::string_view value);

}  // namespace backfile
