#include "searcher/search/long_list.h"

#include <algorithm>
#include <numeric>

namespace backfile {
namespace {

/// Keeps each document that matches, with its score.
class ScoreCollector : public Xapian::MatchSpy {
 public:
  explicit ScoreCollector(std::vector<Ranked>& hits) : hits_(hits) {}

  void operator()(const Xapian::Document& document, double score) override {
    hits_.push_back({document.get_docid(), 0, score});
  }

 private:
  std::vector<Ranked>& hits_;
};

/// In the order of the documents.
std::vector<Ranked> scored(const Xapian::Database& database, const Xapian::Query& query) {
  std::vector<Ranked> hits;
  hits.reserve(database.get_doccount());  // no more memory is used than is filled
  ScoreCollector collector(hits);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  set_weights(enquire);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, database.get_doccount());
  std::sort(hits.begin(), hits.end(),
            [](const Ranked& a, const Ranked& b) { return a.document < b.document; });
  return hits;
}

std::vector<Ranked> unscored(const Xapian::Database& database, const Xapian::Query& query) {
  std::vector<Ranked> hits;
  for (const Xapian::docid document : all_matches(database, query)) hits.push_back({document});
  return hits;
}

/// The place of each text in the order of dates, from 1; of the empty one, which is number 0, it is
/// 0.
std::vector<std::uint32_t> places(const SlotTexts& dates) {
  std::vector<std::uint32_t> order(dates.distinct());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return dates.text(a) < dates.text(b); });
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  return places;
}

void add_dates(const Countable& countable, std::vector<Ranked>& hits) {
  std::vector<Xapian::docid> documents;
  documents.reserve(hits.size());
  for (const Ranked& hit : hits) documents.push_back(hit.document);
  const SlotTexts dates(countable, field(FieldId::date), documents);
  const std::vector<std::uint32_t> place = places(dates);
  for (std::size_t i = 0; i < hits.size(); ++i) hits[i].date = place[dates.numbers()[i]];
}

/// The undated come last in any order.
bool is_before(const Ranked& a, const Ranked& b, Sort sort) {
  if (a.score != b.score) return a.score > b.score;
  if (a.date == b.date) return a.document < b.document;
  if (sort != Sort::oldest) return a.date > b.date;
  return a.date != 0 && (b.date == 0 || a.date < b.date);
}

}  // namespace

bool is_long_list(const Request& request) {
  constexpr std::size_t longest_of_xapian = 10'000;
  return request.limit > longest_of_xapian || request.offset > longest_of_xapian;
}

std::vector<Ranked> find_long_list(const Countable& countable, const Xapian::Query& query,
                                   Sort sort, std::size_t offset, std::size_t limit) {
  std::vector<Ranked> hits = sort == Sort::relevance ? scored(countable.database, query)
                                                     : unscored(countable.database, query);
  add_dates(countable, hits);
  std::sort(hits.begin(), hits.end(),
            [&](const Ranked& a, const Ranked& b) { return is_before(a, b, sort); });
  const auto skipped = static_cast<std::ptrdiff_t>(std::min(offset, hits.size()));
  hits.erase(hits.begin(), hits.begin() + skipped);
  hits.resize(std::min(limit, hits.size()));
  return hits;
}

}  // namespace backfile
