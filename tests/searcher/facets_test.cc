#include "searcher/search/facets.h"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/support/memory_index.h"

using namespace backfile;
using Values = std::vector<FacetValue>;

namespace {

std::vector<Article> dated(const std::vector<std::string>& dates) {
  std::vector<Article> articles;
  for (const std::string& date : dates) articles.emplace_back().published = Date::from_iso(date);
  return articles;
}

Facet count(const std::vector<Article>& articles, FacetRequest request,
            Interval interval = Interval::year) {
  std::vector<Xapian::docid> all(articles.size());
  std::iota(all.begin(), all.end(), 1U);
  return count_facet({index_of(articles)}, request, {interval}, all);
}

}  // namespace

TEST_CASE("a facet lists its most frequent values and knows of the others") {
  std::vector<Article> articles(6);
  articles[0].topics = {"sport", "health"};
  articles[1].topics = {"sport"};
  articles[2].topics = {"SPORT", "arts"};
  articles[3].topics = {"health"};
  articles[4].topics = {"  "};
  const Facet facet = count(articles, {FieldId::topic, 2});
  CHECK(facet.values == Values{{"sport", 3}, {"health", 2}});
  CHECK(facet.distinct == 3);
  CHECK(facet.missing == 2);
}

TEST_CASE("only the matches are counted") {
  std::vector<Article> articles(3);
  for (Article& article : articles) article.outlet = "Gazette";
  const std::vector<Xapian::docid> matches{1, 3};
  const Facet facet = count_facet({index_of(articles)}, {FieldId::outlet, 10}, {}, matches);
  CHECK(facet.values == Values{{"gazette", 2}});
}

TEST_CASE("dates are counted by interval, in order of time") {
  const std::vector<Article> articles = dated(
      {"2021-02", "2020-12-31", "2021-01-03", "2021-01-04T08:00:00Z", "2021", "", "2020-12-28"});
  const Facet years = count(articles, {FieldId::date, 1}, Interval::year);
  CHECK(years.values == Values{{"2020", 2}, {"2021", 4}});
  CHECK(years.missing == 1);
  const Facet months = count(articles, {FieldId::date, 1}, Interval::month);
  CHECK(months.values == Values{{"2020-12", 2}, {"2021-01", 2}, {"2021-02", 1}});
  CHECK(months.missing == 2);
  // The week from Monday, 28 December 2020, holds Sunday, 3 January.
  const Facet weeks = count(articles, {FieldId::date, 1}, Interval::week);
  CHECK(weeks.values == Values{{"2020-12-28", 3}, {"2021-01-04", 1}});
  CHECK(weeks.missing == 3);
  const Facet days = count(articles, {FieldId::date, 1}, Interval::day);
  CHECK(days.values ==
        Values{{"2020-12-28", 1}, {"2020-12-31", 1}, {"2021-01-03", 1}, {"2021-01-04", 1}});
}

TEST_CASE("the interval suits the span of the dates") {
  const auto first = [](const std::string& a, const std::string& b) {
    return count(dated({a, b}), {FieldId::date, 1}, Interval::automatic).values.front().value;
  };
  CHECK(first("2021-02-03", "2021-03-01") == "2021-02-03");
  CHECK(first("2021-02-03", "2021-08-01") == "2021-02-01");
  CHECK(first("2021-02-03", "2023-08-01") == "2021-02");
  CHECK(first("2011-02-03", "2023-08-01") == "2011");
}
