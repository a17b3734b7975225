#pragma once

#include <string_view>

#include "searcher/query/tree.h"

namespace backfile {

/// Brackets and NOTs inside each other, at most.
inline constexpr int deepest_nesting = 100;

/// By itself, the articles without a date, as in date:undated; `=undated` is the word.
inline constexpr std::string_view undated_keyword = "undated";

/// The syntax tree of a query (docs/backfile-query.7 teaches the language). Nothing is dropped or
/// changed silently: what cannot be understood throws Error (bad_query) with its place and, where
/// there is one, a way out. An empty query is every article. Takes any bytes.
///
///     query    := [or]
///     or       := and { OR and }
///     and      := beside { AND beside }
///     beside   := near { near }
///     near     := unary { NEAR[/n] unary }
///     unary    := { NOT | - } primary
///     primary  := word | undated | phrase | "(" or ")" | field: ( word | phrase | "(" or ")" )
///               | field: ( values | "(" or ")" )          whose primaries are values
///     values   := value { "|" value }
Node parse_query(std::string_view query);

/// The words of a line in which nothing is an operator (`--literal`): stem words side by side.
/// Punctuation by itself is passed over. Throws Error (bad_query) when the line has no word.
Node literal_query(std::string_view line);

/// `literal_query` or `parse_query`; nothing at all is every article for both.
Node read_query(std::string_view text, bool literal);

}  // namespace backfile
