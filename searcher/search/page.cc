#include "searcher/search/page.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "common/field.h"
#include "common/index/terms.h"
#include "searcher/search/long_list.h"
#include "searcher/search/posting_lists.h"
#include "searcher/search/ties.h"

namespace backfile {
namespace {

constexpr auto date_slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);
constexpr std::size_t no_end = std::numeric_limits<std::size_t>::max();

constexpr std::size_t sum(std::size_t a, std::size_t b) { return a > no_end - b ? no_end : a + b; }

/// The first of the matches, by score and date.
struct List {
  std::vector<Ranked> hits;
  std::optional<Documents> all = {};
};

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

std::vector<Ranked> hits_of(const Xapian::MSet& found) {
  std::vector<Ranked> hits;
  hits.reserve(found.size());
  std::string date;
  std::uint32_t number = 0;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    std::string own = hit.get_sort_key();
    if (own != date) ++number;
    date = std::move(own);
    hits.push_back({*hit, date.empty() ? 0 : number, hit.get_weight()});
  }
  return hits;
}

List ranked(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
            std::size_t number) {
  MatchCollector collector;
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  set_order(enquire, sort);
  const bool all = sees_all(query);
  if (all) enquire.add_matchspy(&collector);
  const Xapian::MSet found =
      enquire.get_mset(0, static_cast<Xapian::doccount>(number), all ? database.get_doccount() : 0);
  List list{hits_of(found)};
  if (all) list.all = collector.sorted();
  return list;
}

/// An absent date sorts before all others: of the oldest first, the undated are asked for behind
/// the dated.
List oldest(const Xapian::Database& database, const Xapian::Query& query, std::size_t number) {
  const Xapian::Query undated(missing_term(field(FieldId::date)));
  const Xapian::Query dated(Xapian::Query::OP_AND_NOT, query, undated);
  List list = ranked(database, dated, Sort::oldest, number);
  list.all.reset();
  if (list.hits.size() == number) return list;
  const Xapian::Query rest(Xapian::Query::OP_FILTER, query, undated);
  const List more = ranked(database, rest, Sort::oldest, number - list.hits.size());
  list.hits.insert(list.hits.end(), more.hits.begin(), more.hits.end());
  return list;
}

std::string date_of(const Xapian::Database& database, const Ranked& hit) {
  return database.get_document(hit.document).get_value(date_slot);
}

/// The articles of one date; a term for the day, where it is known, saves to look at all others.
Xapian::Query query_of(const std::string& date) {
  using Query = Xapian::Query;
  constexpr std::size_t day = std::string_view("20210209").size();
  if (date.empty()) return Query(missing_term(field(FieldId::date)));
  const Query exactly(Query::OP_VALUE_RANGE, date_slot, date, date);
  if (date.size() < day) return exactly;
  const std::string prefix(field(FieldId::date).prefix);
  return {Query::OP_FILTER, Query(prefix + date.substr(0, day)), exactly};
}

/// All matches that are tied with `hit`.
std::vector<Ranked> all_tied(const Xapian::Database& database, const Xapian::Query& query,
                             Sort sort, const Ranked& hit) {
  const Xapian::Query same_date(Xapian::Query::OP_FILTER, query, query_of(date_of(database, hit)));
  std::vector<Ranked> tied;
  if (sort != Sort::relevance) {
    for (const Xapian::docid document : all_matches(database, same_date)) {
      tied.push_back({document, hit.date, hit.score});
    }
    return tied;
  }
  const double margin = 1e-12 * std::abs(hit.score);  // what is added up in another order
  for (const Ranked& other : scored(database, same_date)) {
    if (std::abs(other.score - hit.score) > margin) continue;
    tied.push_back({other.document, hit.date, hit.score});
  }
  return tied;
}

/// Takes away all behind the first `number`, after the ties of the last of these have been made
/// complete.
void cut(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
         std::size_t number, std::vector<Ranked>& hits) {
  const Ranked last = hits[number - 1];
  const bool tied = are_tied(last, hits[number]);
  hits.resize(number);
  if (!tied) return;
  while (!hits.empty() && are_tied(hits.back(), last)) hits.pop_back();
  const std::vector<Ranked> all = all_tied(database, query, sort, last);
  hits.insert(hits.end(), all.begin(), all.end());
}

/// The first `number`, which is not 0, and what is tied with the last of them, in no order among
/// ties; then `more` says whether there are others. Xapian keeps a hundred bytes for each: long
/// lists are better put in order here.
struct First {
  List list;
  bool more = false;
};

First first_of(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
               std::size_t number) {
  constexpr std::size_t longest_of_xapian = 10'000;
  if (number > longest_of_xapian) {
    First first{{rank_all(database, query, sort)}};
    first.more = first.list.hits.size() > number;
    return first;
  }
  First first{sort == Sort::oldest ? oldest(database, query, number + 1)
                                   : ranked(database, query, sort, number + 1)};
  first.more = first.list.hits.size() > number;
  if (first.more) cut(database, query, sort, number, first.list.hits);
  return first;
}

/// `limit` hits from `begin` on, of those before `end`.
Page slice(First first, std::size_t begin, std::size_t end) {
  std::vector<Ranked>& hits = first.list.hits;
  hits.resize(std::min(end, hits.size()));
  const std::size_t skipped = std::min(begin, hits.size());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(skipped));
  return {std::move(hits), begin, first.more, std::move(first.list.all)};
}

/// Tells where hits lie to a place.
class Behind {
 public:
  Behind(const Xapian::Database& database, Sort sort, const Cursor& place)
      : database_(database),
        sort_(sort),
        place_(place),
        id_(value_term(field(FieldId::id), place.id)) {}

  /// Whether score or date put the hit before the place.
  [[nodiscard]] bool is_before(const Ranked& hit) const { return compare(hit) < 0; }

  /// Whether it is before the place or at it. The ties of the place are in order.
  [[nodiscard]] bool is_given(const Ranked& hit) const {
    const int order = compare(hit);
    return order < 0 || (order == 0 && id_term_of(database_, hit.document) <= id_);
  }

 private:
  [[nodiscard]] int compare(const Ranked& hit) const {
    if (sort_ == Sort::relevance && hit.score != place_.score) {
      return hit.score > place_.score ? -1 : 1;
    }
    const std::string date = date_of(database_, hit);
    if (date == place_.date) return 0;
    if (date.empty() || place_.date.empty()) return date.empty() ? 1 : -1;
    return (date < place_.date) == (sort_ == Sort::oldest) ? -1 : 1;
  }

  const Xapian::Database& database_;
  Sort sort_;
  const Cursor& place_;
  std::string id_;
};

/// Puts the first `number` in order from the ties of the place on. Returns how many are not behind
/// the place.
std::size_t order_behind(const Xapian::Database& database, Sort sort, const Cursor& place,
                         std::size_t number, std::vector<Ranked>& hits) {
  const Behind behind(database, sort, place);
  const auto near = std::partition_point(hits.begin(), hits.end(),
                                         [&](const Ranked& hit) { return behind.is_before(hit); });
  order_ties(database, hits, static_cast<std::size_t>(near - hits.begin()), number);
  hits.resize(std::min(number, hits.size()));
  const auto given = std::partition_point(hits.begin(), hits.end(),
                                          [&](const Ranked& hit) { return behind.is_given(hit); });
  return static_cast<std::size_t>(given - hits.begin());
}

}  // namespace

Page find_page(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
               std::size_t offset, std::size_t limit) {
  if (limit == 0) return {{}, offset};
  const std::size_t end = sum(offset, limit);
  First first = first_of(database, query, sort, end);
  order_ties(database, first.list.hits, offset, end);
  return slice(std::move(first), offset, end);
}

/// Where the place lies now is not known: it is looked for where it was, then in longer lists.
Page find_page_behind(const Xapian::Database& database, const Xapian::Query& query, Sort sort,
                      const Cursor& place, std::size_t limit) {
  for (std::size_t number = sum(std::max<std::size_t>(place.rank, 1), limit);;
       number = sum(number, number)) {
    First first = first_of(database, query, sort, number);
    const std::size_t given = order_behind(database, sort, place, number, first.list.hits);
    if (first.more && first.list.hits.size() - given < limit) continue;
    first.more = first.more || first.list.hits.size() - given > limit;
    return slice(std::move(first), given, sum(given, limit));
  }
}

}  // namespace backfile
