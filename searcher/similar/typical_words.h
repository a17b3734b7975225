#pragma once

#include <xapian.h>

#include <cstddef>
#include <span>
#include <vector>

#include "searcher/answer.h"

namespace backfile {

/// Matches that are read for their words, at most: the best. (Bounds the cost; the user is told.)
inline constexpr std::size_t most_typical_articles = 500;

/// The `most` words that set `articles` apart from the rest of the archive: those that occur in
/// more of them than chance would have it, by the log-likelihood ratio of Dunning, "Accurate
/// methods for the statistics of surprise and coincidence", Computational Linguistics 19(1), 1993.
/// Words are counted by their stem, in two articles at least, and shown in the form that most of
/// `articles` have. No stop words, no numbers.
std::vector<TypicalWord> typical_words(const Xapian::Database& database,
                                       std::span<const Xapian::docid> articles, std::size_t most);

/// The log-likelihood ratio of a word that `with` of `few` articles have, and `all_with` of `all`;
/// 0 when it is not more frequent among the few.
double log_likelihood(double with, double few, double all_with, double all);

}  // namespace backfile
