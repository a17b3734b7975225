#pragma once

#include "searcher/query/piece.h"
#include "searcher/query/tree.h"

namespace backfile {

/// A value of a number field: "800", "100..200", "..200", ">800", ">=800", "<800", "<=800", or "*"
/// for any number. Throws Error (bad_query) for anything else, and for ranges that end before they
/// begin.
NumberNode read_number_value(const Field& field, Piece text);

}  // namespace backfile
