#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "common/index/database.h"
#include "searcher/request.h"
#include "searcher/search/documents.h"

namespace backfile {

/// One article that matches, in the order of the answer.
struct Ranked {
  Xapian::docid document = 0;
  std::uint64_t date = 0;  ///< a number that rises with the date; undated 0
  double score = 0;
};

/// Whether the order that is asked for does not tell them apart.
constexpr bool are_tied(const Ranked& a, const Ranked& b) {
  return a.score == b.score && a.date == b.date;
}

/// All that match a query, to be put in an order.
class Ranking {
 public:
  /// Finds and, for an order by relevance, scores them.
  Ranking(const Database& database, const Xapian::Query& query, Sort sort);

  /// What matches, rising.
  [[nodiscard]] const Documents& matches() const { return matches_; }
  [[nodiscard]] Documents take_matches() { return std::move(matches_); }

  /// The first `number`, and what is tied with the last of them; by score and date, and among ties
  /// by the number of the document. The undated come last in any order. Takes 24 bytes for each.
  [[nodiscard]] std::vector<Ranked> first(std::size_t number) const;

 private:
  [[nodiscard]] std::vector<Ranked> best(std::size_t number) const;
  void add_dates(std::vector<Ranked>& hits) const;
  [[nodiscard]] bool is_before(const Ranked& a, const Ranked& b) const;

  const Database& database_;
  Sort sort_;
  Documents matches_;
  std::vector<double> scores_;  ///< empty when none are asked for
};

}  // namespace backfile
