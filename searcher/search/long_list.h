#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/request.h"
#include "searcher/search/matches.h"

namespace backfile {

/// All that match, with their scores, in the order of the documents.
std::vector<Ranked> scored(const Xapian::Database& database, const Xapian::Query& query);

/// All that match, by score and date in the order asked for; what these do not tell apart is in the
/// order of the documents. Takes some 40 bytes for each match.
std::vector<Ranked> rank_all(const Xapian::Database& database, const Xapian::Query& query,
                             Sort sort);

}  // namespace backfile
