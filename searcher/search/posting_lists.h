#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

namespace backfile {

/// Numbers of documents, rising.
using Documents = std::vector<Xapian::docid>;

/// All documents that match, read off the posting lists without a match and its weights: half the
/// work. nullopt for queries that are more than terms and what combines them as sets: phrases,
/// nearness, ranges of values.
std::optional<Documents> match_terms(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace backfile
