#pragma once

#include <string_view>

#include "common/field.h"
#include "searcher/query/piece.h"

namespace backfile {

enum class QueryTokenKind : std::uint8_t {
  word,    ///< a run of characters between spaces, brackets and quotes, with its * ? ~ and =
  phrase,  ///< what stands between two quotes
  value,   ///< a value, or one of its alternatives, of a field that is not words
  field,   ///< a field's name and its colon
  open,    ///< (
  close,   ///< )
  minus,   ///< - at a word's beginning
  bar,     ///< | between alternative values
  and_,    ///< AND
  or_,     ///< OR
  not_,    ///< NOT
  near_,   ///< NEAR, NEAR/5
  end      ///< the end of the query
};

/// A unit of the query language, in the query's text.
struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::end;
  Piece source;                 ///< all of it, as typed
  Piece text;                   ///< without quotes; else as `source`
  bool between_quotes = false;  ///< of a value
  int distance = 0;             ///< of NEAR, and of a phrase with "~5"; 0 for a phrase without
  FieldId field = FieldId::id;  ///< of a field
};

/// What a token is called in `--explain`: "word", "phrase", "and" …
std::string_view name_of(QueryTokenKind kind);

}  // namespace backfile
