#include "searcher/query/range_queries.h"

#include <catch2/catch.hpp>
#include <vector>

#include "searcher/search/matcher.h"
#include "tests/support/memory_index.h"

using namespace backfile;

namespace {

Date date(const std::string& text) { return *Date::from_iso(text); }

/// Days, months and years around the ends of years, of short months and of the calendar.
const std::vector<std::string>& dates() {
  static const std::vector<std::string> all{"0001",       "0001-01",
                                            "0001-01-01", "1999-12-31",
                                            "2000",       "2000-01",
                                            "2000-01-01", "2000-02",
                                            "2000-02-28", "2000-02-29",
                                            "2000-03-01", "2000-12",
                                            "2000-12-01", "2000-12-30",
                                            "2000-12-31", "2001",
                                            "2001-01",    "2001-01-01",
                                            "2001-02-28", "2001-06",
                                            "2001-06-15", "2001-12-31",
                                            "9999",       "9999-12",
                                            "9999-12-31", "2000-12-31T23:59:59+00:00"};
  return all;
}

long first_day(const Date& day) {
  return Date::of(day.year(), day.month(), day.day())->day_number();
}

/// By the definition: every day that the date may mean is in the range.
bool lies_in(const Date& day, const DateNode& range) {
  return (!range.from || first_day(day) >= first_day(*range.from)) &&
         (!range.to || day.last_day().day_number() <= range.to->last_day().day_number());
}

/// One article for each date, and an undated one.
const Database& database() {
  static const Database database = [] {
    std::vector<Article> articles;
    for (const std::string& text : dates()) articles.emplace_back().published = date(text);
    articles.emplace_back();
    return index_of(articles);
  }();
  return database;
}

void check(const DateNode& range) {
  std::vector<std::string> expected;
  for (const std::string& text : dates()) {
    if (lies_in(date(text), range)) expected.push_back(text);
  }
  std::vector<std::string> found;
  for (const Xapian::docid match : all_matches(database(), date_query(database(), range))) {
    found.push_back(match <= dates().size() ? dates()[match - 1] : "undated");
  }
  CAPTURE(range.from ? range.from->iso() : "", range.to ? range.to->iso() : "");
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("a range of dates holds every date that lies in it whole") {
  for (const std::string& from : dates()) {
    check({date(from), std::nullopt, false});
    check({std::nullopt, date(from), false});
    for (const std::string& to : dates()) {
      if (first_day(date(from)) <= date(to).last_day().day_number()) {
        check({date(from), date(to), false});
      }
    }
  }
}

TEST_CASE("articles have a date or none") {
  check({});
  const std::vector<Xapian::docid> undated =
      all_matches(database(), date_query(database(), {std::nullopt, std::nullopt, true}));
  CHECK(undated == std::vector<Xapian::docid>{database().get_doccount()});
}

TEST_CASE("a range of numbers has both its ends") {
  const Database lengths = index_of(
      {article_of(""), article_of("one"), article_of("one two"), article_of("one two three")});
  const auto found = [&](std::optional<std::uint64_t> from, std::optional<std::uint64_t> to) {
    return all_matches(lengths, number_query({FieldId::length, from, to}));
  };
  using Documents = std::vector<Xapian::docid>;
  CHECK(found(1, 2) == Documents{2, 3});
  CHECK(found(2, std::nullopt) == Documents{3, 4});
  CHECK(found(std::nullopt, 0) == Documents{1});
  CHECK(found(std::nullopt, std::nullopt) == Documents{1, 2, 3, 4});
  CHECK(found(4, 9).empty());
}
