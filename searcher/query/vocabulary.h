#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// Terms of the index that a pattern or a misspelt word stands for.
struct Expansion {
  std::vector<std::string> terms;  ///< with their prefix, most frequent first
  std::size_t found = 0;           ///< in all; more than `terms` when the bound cut them
};

/// A pattern stands for this many words or whole values at most, and a misspelt word for so many;
/// the most frequent are taken. (Bounds the cost of a query; the user is told.)
inline constexpr std::size_t most_pattern_terms = 300;
inline constexpr std::size_t most_pattern_values = 1000;
inline constexpr std::size_t most_fuzzy_terms = 50;

/// The terms `prefix` + word where the word matches the folded `pattern` of '*' and '?'. Without a
/// prefix, words of no field. Of more than `most`, the most frequent.
Expansion expand_pattern(const Xapian::Database& database, std::string_view prefix,
                         std::string_view pattern, std::size_t most = most_pattern_terms);

/// The terms `prefix` + word where the word is within `edits` of `form` (insert, delete,
/// substitute, transpose neighbours: Damerau 1964, in the form of optimal string alignment).
Expansion expand_fuzzy(const Xapian::Database& database, std::string_view prefix,
                       std::string_view form, int edits);

/// Whether the whole of `text` matches `pattern`; '?' is one code point.
bool matches_pattern(std::string_view text, std::string_view pattern);

/// The edits between two words, or more than `most` as soon as that is certain.
int edit_distance(std::u32string_view a, std::u32string_view b, int most);

}  // namespace backfile
