#pragma once

#include <vector>

#include "common/index/database.h"
#include "searcher/search/matcher.h"

namespace backfile {

/// The scores of all `documents`, which match the query and rise, by IneB2, a model of divergence
/// from randomness (Amati and Van Rijsbergen, "Probabilistic models of information retrieval based
/// on measuring the divergence from randomness", 2002), with c = 1: the best of Xapian's models on
/// seven test collections. As in Xapian, a score adds up over the terms that a document has, but
/// for those of filters and of what is negated. To score all that match takes less time than
/// Xapian's matcher, which passes over what it thinks cannot be among the best, and loses some of
/// them.
std::vector<double> scores_of(const Database& database, const Matcher& matcher,
                              const Xapian::Query& query, const Documents& documents);

}  // namespace backfile
