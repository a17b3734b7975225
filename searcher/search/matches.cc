#include "searcher/search/matches.h"

#include <algorithm>
#include <utility>

#include "searcher/search/posting_lists.h"

namespace backfile {

void MatchCollector::operator()(const Xapian::Document& document, double /*score*/) {
  documents_.push_back(document.get_docid());
}

std::vector<Xapian::docid> MatchCollector::sorted() {
  std::sort(documents_.begin(), documents_.end());
  return std::move(documents_);
}

void set_weights(Xapian::Enquire& enquire) {
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
}

std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query) {
  if (auto found = match_terms(database, query)) return *std::move(found);
  MatchCollector collector;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, database.get_doccount());
  return collector.sorted();
}

std::uint64_t count_matches(const Xapian::Database& database, const Xapian::Query& query) {
  if (const auto found = count_terms(database, query)) return *found;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace backfile
