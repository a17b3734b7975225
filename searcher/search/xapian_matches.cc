#include "searcher/search/xapian_matches.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace backfile {
namespace {

/// Keeps the number of each document that matches.
class MatchCollector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*score*/) override {
    documents_.push_back(document.get_docid());
  }

  /// Rising: of several databases in one, each reports by itself.
  Documents sorted() {
    std::sort(documents_.begin(), documents_.end());
    return std::move(documents_);
  }

 private:
  Documents documents_;
};

}  // namespace

Documents matches_of_xapian(const Xapian::Database& database, const Xapian::Query& query) {
  MatchCollector collector;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, database.get_doccount());
  return collector.sorted();
}

/// Asked for all matches, it passes over none.
std::vector<double> scores_of_xapian(const Xapian::Database& database, const Xapian::Query& query,
                                     const Documents& documents) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1));
  const Xapian::doccount all = database.get_doccount();
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  std::vector<double> scores(documents.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const auto place = std::lower_bound(documents.begin(), documents.end(), *hit);
    if (place != documents.end() && *place == *hit) {
      scores[static_cast<std::size_t>(place - documents.begin())] = hit.get_weight();
    }
  }
  return scores;
}

}  // namespace backfile
