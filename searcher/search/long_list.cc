#include "searcher/search/long_list.h"

#include <algorithm>
#include <map>
#include <string>

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

std::vector<Ranked> unscored(const Xapian::Database& database, const Xapian::Query& query) {
  std::vector<Ranked> hits;
  for (const Xapian::docid document : all_matches(database, query)) hits.push_back({document});
  return hits;
}

/// Gives each hit the place of its date among all dates, from 1; 0 when it has none. The dates are
/// whole: columns have days only.
void add_dates(const Xapian::Database& database, std::vector<Ranked>& hits) {
  const auto slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);
  std::map<std::string, std::vector<Ranked*>> dates;
  auto date = database.valuestream_begin(slot);
  const auto end = database.valuestream_end(slot);
  for (Ranked& hit : hits) {
    if (date != end) date.skip_to(hit.document);
    if (date == end) break;
    if (date.get_docid() == hit.document) dates[*date].push_back(&hit);
  }
  std::uint32_t place = 0;
  for (const auto& [text, dated] : dates) {
    ++place;
    for (Ranked* hit : dated) hit->date = place;
  }
}

/// The undated come last in any order.
bool is_before(const Ranked& a, const Ranked& b, Sort sort) {
  if (a.score != b.score) return a.score > b.score;
  if (a.date == b.date) return a.document < b.document;
  if (sort != Sort::oldest) return a.date > b.date;
  return a.date != 0 && (b.date == 0 || a.date < b.date);
}

}  // namespace

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

std::vector<Ranked> rank_all(const Xapian::Database& database, const Xapian::Query& query,
                             Sort sort) {
  std::vector<Ranked> hits =
      sort == Sort::relevance ? scored(database, query) : unscored(database, query);
  add_dates(database, hits);
  std::sort(hits.begin(), hits.end(),
            [&](const Ranked& a, const Ranked& b) { return is_before(a, b, sort); });
  return hits;
}

}  // namespace backfile
