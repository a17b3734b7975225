#include "searcher/search/matcher.h"

#include <cmath>
#include <memory>

#include "searcher/search/match_node.h"
#include "searcher/search/node_maker.h"
#include "searcher/search/query_kind.h"
#include "searcher/search/xapian_matches.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

/// What makes frequencies in documents of different length comparable.
class Norms {
 public:
  explicit Norms(const Database& database)
      : database_(database), average_(database.get_average_length()) {}

  double of(Xapian::docid document) {
    const std::size_t length = database_.length(document);
    if (length >= known_.size()) return of_length(length);
    if (known_[length] == 0) known_[length] = of_length(length);
    return known_[length];
  }

 private:
  /// Most articles have fewer words.
  static constexpr std::size_t usual_length = 4096;

  [[nodiscard]] double of_length(std::size_t length) const {
    return std::log2(1 + average_ / static_cast<double>(length));
  }

  const Database& database_;
  double average_;                                                 ///< length of a document
  std::vector<double> known_ = std::vector<double>(usual_length);  ///< by length; 0: not yet
};

}  // namespace

Documents all_matches(const Database& database, const Query& query) {
  const NodeMaker maker(database);
  return documents_of(*maker.make(query, 0), maker.at_most(query));
}

std::uint64_t count_matches(const Database& database, const Query& query) {
  if (kind_of(query) == QueryKind::term) return database.frequency(term_of(query)).documents;
  if (kind_of(query) == QueryKind::everything) return database.get_doccount();
  return count_of(*NodeMaker(database).make(query, 0));
}

Matches scored_matches(const Database& database, const Query& query) {
  Matches matches;
  if (!database.postings()) {
    matches.documents = all_matches(database, query);
    matches.scores = scores_of_xapian(database, query, matches.documents);
    return matches;
  }
  const NodeMaker maker(database);
  const auto root = maker.make(query, 1);
  matches.documents.reserve(maker.at_most(query));
  matches.scores.reserve(maker.at_most(query));
  const auto window = std::make_unique<ScoredWindow>();
  Norms norms(database);
  for_each_window(*root, [&](Xapian::docid begin, const PlaceSet& found) {
    window->begin = begin;
    found.for_each([&](std::uint32_t place) {
      window->norms[place] = norms.of(begin + place);
      window->scores[place] = 0;
      matches.documents.push_back(begin + place);
    });
    root->add_scores(found, *window);
    found.for_each([&](std::uint32_t place) { matches.scores.push_back(window->scores[place]); });
  });
  return matches;
}

}  // namespace backfile
