#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "searcher/request.h"

namespace backfile {

/// One article that matches, in the order of the answer.
struct Ranked {
  Xapian::docid document = 0;
  std::uint32_t date = 0;  ///< a number that those have in common whose dates are equal; undated 0
  double score = 0;
};

/// Whether the order that is asked for does not tell them apart.
constexpr bool are_tied(const Ranked& a, const Ranked& b) {
  return a.score == b.score && a.date == b.date;
}

/// Keeps the number of each document that matches.
class MatchCollector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double score) override;

  /// Rising: of several databases in one, each reports by itself.
  std::vector<Xapian::docid> sorted();

 private:
  std::vector<Xapian::docid> documents_;
};

/// How scores are made: IneB2, a model of divergence from randomness (Amati and Van Rijsbergen
/// 2002), was the best of Xapian's on seven test collections.
void set_weights(Xapian::Enquire& enquire);

/// All that match, as numbers of documents, rising.
std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query);

/// How many match, exactly.
std::uint64_t count_matches(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace backfile
