#pragma once

#include <cstddef>

#include "searcher/query/tree.h"

namespace backfile {

/// What one pattern may stand for (most_pattern_terms) is shared by all the words of a query that
/// are patterns. Where words stand near each other they cost more and share so many.
inline constexpr std::size_t most_near_terms = 100;

/// Words that are compared with every word of the index: misspelt ones, and patterns that begin
/// with a wildcard. A query may have so many.
inline constexpr std::size_t most_compared_words = 10;

/// The share of each word that is a pattern in `tree`, in terms: at least some few. Throws Error
/// (bad_query) at the first word that is compared with all and one too many.
std::size_t terms_for_each_pattern(const Node& tree);

}  // namespace backfile
