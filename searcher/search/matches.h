#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "searcher/request.h"

namespace backfile {

/// One article that matches, in the order of the answer.
struct Ranked {
  Xapian::docid document = 0;
  std::uint32_t date = 0;  ///< for long lists: its place among the dates
  double score = 0;
};

/// How scores are made: IneB2, a model of divergence from randomness (Amati and Van Rijsbergen
/// 2002), was the best of Xapian's on seven test collections.
void set_weights(Xapian::Enquire& enquire);

/// All that match, as numbers of documents, rising.
std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query);

/// How many match, exactly.
std::uint64_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

/// A page of the answer, and, when they are few, all that match: seen on the way, they need not be
/// looked for again.
struct Page {
  std::vector<Ranked> hits;
  std::optional<std::vector<Xapian::docid>> all;
};

/// The matches from `offset` on, at most `limit`, in the order asked for. Ties go to the newer
/// article, then to the one that was indexed first; undated articles come last.
Page find_page(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
               std::size_t offset, std::size_t limit);

}  // namespace backfile
