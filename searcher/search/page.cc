#include "searcher/search/page.h"

#include <algorithm>
#include <limits>
#include <string>

#include "common/field.h"
#include "common/index/terms.h"
#include "searcher/search/ties.h"

namespace backfile {
namespace {

constexpr std::size_t no_end = std::numeric_limits<std::size_t>::max();

constexpr std::size_t sum(std::size_t a, std::size_t b) { return a > no_end - b ? no_end : a + b; }

std::string date_of(const Xapian::Database& database, const Ranked& hit) {
  constexpr auto slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);
  return database.get_document(hit.document).get_value(slot);
}

/// `limit` hits from `begin` on, of those before `end`; `hits` are the first of the list.
Page slice(Ranking ranking, std::vector<Ranked> hits, std::size_t begin, std::size_t end) {
  hits.resize(std::min(end, hits.size()));
  const std::size_t skipped = std::min(begin, hits.size());
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(skipped));
  const bool more = begin + hits.size() < ranking.matches().size();
  return {std::move(hits), begin, more, ranking.take_matches()};
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

Page find_page(const Database& database, const Xapian::Query& query, Sort sort, std::size_t offset,
               std::size_t limit) {
  const std::size_t end = sum(offset, limit);
  Ranking ranking(database, query, sort);
  std::vector<Ranked> hits = ranking.first(end);
  order_ties(database, hits, offset, end);
  return slice(std::move(ranking), std::move(hits), offset, end);
}

/// Where the place lies now is not known: it is looked for where it was, then in longer lists.
Page find_page_behind(const Database& database, const Xapian::Query& query, Sort sort,
                      const Cursor& place, std::size_t limit) {
  Ranking ranking(database, query, sort);
  for (std::size_t number = sum(std::max<std::size_t>(place.rank, 1), limit);;
       number = sum(number, number)) {
    std::vector<Ranked> hits = ranking.first(number);
    const std::size_t given = order_behind(database, sort, place, number, hits);
    const bool are_all = number >= ranking.matches().size();
    if (!are_all && hits.size() - given < limit) continue;
    return slice(std::move(ranking), std::move(hits), given, sum(given, limit));
  }
}

}  // namespace backfile
