#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/database.h"
#include "searcher/search/documents.h"

namespace backfile {

/// What matches, and how well.
struct Matches {
  Documents documents;
  std::vector<double> scores;  ///< of each document
};

/// All that match, as numbers of documents, rising. Posting lists are read and joined window by
/// window (match_node.h), which takes a fraction of the work of Xapian's matcher. All throw
/// Xapian's errors, and Error (index_changed, index_damaged).
Documents all_matches(const Database& database, const Xapian::Query& query);

/// How many match, exactly.
std::uint64_t count_matches(const Database& database, const Xapian::Query& query);

/// All that match, with scores by IneB2, a model of divergence from randomness (Amati and Van
/// Rijsbergen, "Probabilistic models of information retrieval based on measuring the divergence
/// from randomness", 2002), with c = 1: the best of Xapian's models on seven test collections. As
/// in Xapian, a score adds up over the terms that a document has, but for those of filters and of
/// what is negated. To score all that match takes less time than Xapian's matcher, which passes
/// over what it thinks cannot be among the best, and loses some of them.
Matches scored_matches(const Database& database, const Xapian::Query& query);

}  // namespace backfile
