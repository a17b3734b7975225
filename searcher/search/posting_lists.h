#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace backfile {

/// Numbers of documents, rising.
using Documents = std::vector<Xapian::docid>;

/// Whether a query is terms and what combines them as sets, and nothing else: no phrase, nearness
/// or range of values.
bool is_of_terms(const Xapian::Query& query);

/// All documents that match, read off the posting lists without a match and its weights: a fraction
/// of the work. nullopt for a query that is not of terms.
std::optional<Documents> match_terms(const Xapian::Database& database, const Xapian::Query& query);

/// How many match; of a single term the database knows.
std::optional<std::uint64_t> count_terms(const Xapian::Database& database,
                                         const Xapian::Query& query);

}  // namespace backfile
