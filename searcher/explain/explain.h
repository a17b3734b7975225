#pragma once

#include <string>

#include "common/index/index_reader.h"
#include "searcher/explain/explanation.h"
#include "searcher/request.h"

namespace backfile {

/// How the request's query is understood, and how many articles each part of it finds; counts are
/// exact. Throws Error: bad_query with its place in the query, or what is wrong with the index.
Explanation explain(IndexReader& index, const Request& request);

/// Why the article with this id matches the request, or does not. Throws Error as `explain` does,
/// and bad_query for an id that no article has.
///
/// What a leaf of the tree adds to the score is its score when it is searched by itself, by the
/// same weighting scheme, among this one article: weights depend on the term and on the archive,
/// never on the rest of the query, and Xapian adds them up. A leaf adds nothing where the AND
/// around it does not hold, and below NOT. Hence the sum is the article's score in an answer by
/// relevance, but for the rounding of sums. A phrase and NEAR are leaves.
HitExplanation explain_hit(IndexReader& index, const Request& request, const std::string& id);

}  // namespace backfile
