#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/search/documents.h"

namespace backfile {

/// All that Xapian's matcher finds, rising. Throws Xapian's errors.
Documents matches_of_xapian(const Xapian::Database& database, const Xapian::Query& query);

/// The scores of `documents`, which match and rise, as Xapian's matcher says; by IneB2 with c = 1.
/// Throws Xapian's errors.
std::vector<double> scores_of_xapian(const Xapian::Database& database, const Xapian::Query& query,
                                     const Documents& documents);

}  // namespace backfile
