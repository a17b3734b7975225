#pragma once

#include <span>
#include <vector>

#include "common/index/database.h"
#include "searcher/search/matcher.h"

namespace backfile {

/// Scores by IneB2, a model of divergence from randomness (Amati and Van Rijsbergen, "Probabilistic
/// models of information retrieval based on measuring the divergence from randomness", 2002), with
/// c = 1; it was the best of Xapian's models on seven test collections. A score adds up as Xapian
/// adds: over the terms that a document has, but for those of filters and of what is negated. All
/// that match are scored: Xapian, which passes over what cannot be among the best, takes several
/// times as long, and loses some of them.
class Scores {
 public:
  /// Both must outlive it.
  Scores(const Database& database, const Matcher& matcher)
      : database_(database), matcher_(matcher) {}

  /// The scores of documents that match, which rise.
  std::vector<double> of(const Xapian::Query& query, const Documents& documents);

 private:
  void add(const Xapian::Query& query, double factor, const Documents& documents,
           std::span<double> scores);
  void add_each(std::span<const Xapian::Query> parts, double factor, const Documents& documents,
                std::span<double> scores);
  void add_any(const Xapian::Query& query, double factor, const Documents& documents,
               std::span<double> scores);
  void add_as_one(const Xapian::Query& query, double factor, const Documents& documents,
                  std::span<double> scores);
  void add_term(const std::string& term, double factor, const Documents& documents,
                std::span<double> scores);
  double norm(Xapian::docid document);

  const Database& database_;
  const Matcher& matcher_;
  std::vector<double> norms_;  ///< by length; 0 is not known yet
  std::vector<Posting> postings_;
};

}  // namespace backfile
