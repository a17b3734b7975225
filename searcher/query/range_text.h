#pragma once

#include <optional>

#include "searcher/query/piece.h"

namespace backfile {

/// How a range is written, around values of any kind.
struct RangeText {
  enum class Form { single, between, above, at_least, below, at_most };
  Form form = Form::single;
  Piece first;  ///< the only value, or the lower end; empty when open
  Piece last;   ///< the upper end of `between`; empty when open
};

/// Takes "a", "a..b", "a..", "..b", ">a", ">=a", "<a" and "<=a" apart. Throws Error (bad_query)
/// when no value is left.
RangeText read_range(Piece text);

}  // namespace backfile
