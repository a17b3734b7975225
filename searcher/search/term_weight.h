#pragma once

#include <xapian.h>

#include <cmath>

namespace backfile {

/// What a term that a document has once, twice, … adds to its score, by IneB2 (see scored_matches).
class TermWeight {
 public:
  /// Of `articles`, `documents` have the term, `occurrences` times together.
  TermWeight(double articles, double documents, double occurrences, double factor)
      : factor_(factor * (occurrences + 1) / documents * idf(articles, occurrences)) {}

  /// `norm` is of the document's length.
  [[nodiscard]] double of(Xapian::termcount frequency, double norm) const {
    const double normalised = frequency * norm;
    return factor_ * normalised / (normalised + 1);
  }

 private:
  /// By in how many documents so many occurrences would be expected, were they spread by chance.
  static double idf(double articles, double occurrences) {
    const double expected = articles * (1 - std::exp(-occurrences / articles));
    return std::log2((articles + 1) / (expected + 0.5));
  }

  double factor_;
};

}  // namespace backfile
