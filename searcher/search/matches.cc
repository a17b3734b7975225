#include "searcher/search/matches.h"

#include <algorithm>
#include <limits>

#include "common/field.h"
#include "common/index/terms.h"
#include "searcher/search/posting_lists.h"

namespace backfile {
namespace {

constexpr auto date_slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);

/// Keeps the number of each document that matches.
class Collector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    documents.push_back(document.get_docid());
  }

  /// Of several databases in one, each reports by itself.
  std::vector<Xapian::docid> sorted() {
    std::sort(documents.begin(), documents.end());
    return std::move(documents);
  }

  std::vector<Xapian::docid> documents;
};

Xapian::doccount bounded(std::size_t number) {
  return static_cast<Xapian::doccount>(
      std::min<std::size_t>(number, std::numeric_limits<Xapian::doccount>::max()));
}

void set_order(Xapian::Enquire& enquire, Sort sort) {
  if (sort == Sort::relevance) {
    set_weights(enquire);
    enquire.set_sort_by_relevance_then_value(date_slot, true);
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(date_slot, sort == Sort::newest);
  }
}

/// Whether all matches are better looked at while the best are found. Those of mere terms are read
/// off the posting lists for less, so that Xapian may pass over what cannot be among the best; a
/// phrase or range is not to be checked twice.
bool sees_all(const Xapian::Query& query) { return !is_of_terms(query); }

Page ranked(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
            std::size_t offset, std::size_t limit) {
  Collector collector;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  set_order(enquire, sort);
  const bool all = sees_all(query);
  if (all) enquire.add_matchspy(&collector);
  const Xapian::MSet found =
      enquire.get_mset(bounded(offset), bounded(limit), all ? database.get_doccount() : 0);
  Page page;
  page.hits.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    page.hits.push_back({*hit, 0, hit.get_weight()});
  }
  if (all) page.all = collector.sorted();
  return page;
}

/// An absent date sorts before all others: of the oldest first, the undated are asked for behind
/// the dated.
Page oldest(const Xapian::Database& database, const Xapian::Query& query, std::size_t offset,
            std::size_t limit) {
  const Xapian::Query undated(missing_term(field(FieldId::date)));
  const Xapian::Query dated(Xapian::Query::OP_AND_NOT, query, undated);
  Page page = ranked(database, dated, Sort::oldest, offset, limit);
  page.all.reset();
  if (page.hits.size() == limit) return page;
  const std::uint64_t before =
      page.hits.empty() ? count_matches(database, dated) : offset + page.hits.size();
  const Xapian::Query rest(Xapian::Query::OP_FILTER, query, undated);
  const std::size_t skip = offset > before ? offset - before : 0;
  const Page more = ranked(database, rest, Sort::oldest, skip, limit - page.hits.size());
  page.hits.insert(page.hits.end(), more.hits.begin(), more.hits.end());
  return page;
}

}  // namespace

void set_weights(Xapian::Enquire& enquire) {
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1.0));
}

std::vector<Xapian::docid> all_matches(const Xapian::Database& database,
                                       const Xapian::Query& query) {
  if (auto found = match_terms(database, query)) return *std::move(found);
  Collector collector;
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

Page find_page(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
               std::size_t offset, std::size_t limit) {
  if (limit == 0) return {};
  if (sort == Sort::oldest) return oldest(database, query, offset, limit);
  return ranked(database, query, sort, offset, limit);
}

}  // namespace backfile
