// What other parsers silently drop or change in a query: here each finds what it says, or is an
// error with its place.
#include <catch2/catch.hpp>

#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/search/matcher.h"
#include "tests/support/memory_index.h"

using namespace backfile;
using Documents = std::vector<Xapian::docid>;

namespace {

Documents found(const Database& database, const std::string& query) {
  QueryBuilder builder(database, MatchMode::all);
  return all_matches(database, builder.build(parse_query(query)));
}

Documents found(const std::vector<std::string>& bodies, const std::string& query) {
  std::vector<Article> articles;
  for (const std::string& body : bodies) articles.push_back(article_of(body));
  return found(index_of(articles), query);
}

/// Of a query that is an error: the place that it names.
std::pair<std::size_t, std::size_t> place_of_error(const std::string& query) {
  try {
    found(std::vector<std::string>{"word"}, query);
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::bad_query);
    REQUIRE(error.place());
    return {error.place()->position, error.place()->length};
  }
  FAIL("no error: " << query);
  return {};
}

using At = std::pair<std::size_t, std::size_t>;

Article dated(const std::string& date) {
  Article article = article_of("tide");
  article.published = Date::from_iso(date);
  return article;
}

Article of_outlet(const std::string& outlet) {
  Article article = article_of("tide");
  article.outlet = outlet;
  return article;
}

}  // namespace

TEST_CASE("a wildcard inside a phrase is one") {
  CHECK(found({"foo bar", "foo baz", "foo cup", "bar foo"}, "\"foo ba*\"") == Documents{1, 2});
}

TEST_CASE("NEAR with a wildcard stays NEAR, and operators that we do not have are words") {
  CHECK(found({"foo a bar", "foo a b c d bar", "near foo, bars"}, "foo NEAR/3 bar*") ==
        Documents{1, 3});
  CHECK(found({"a b adj c", "a b c"}, "a NEAR b ADJ c") == Documents{1});
}

TEST_CASE("a minus at the beginning negates") {
  CHECK(found({"foo", "bar"}, "-foo") == Documents{2});
  CHECK(found({"foo", "bar"}, "NOT foo") == Documents{2});
}

TEST_CASE("a star and nothing are every article") {
  CHECK(found({"foo", "bar"}, "*") == Documents{1, 2});
  CHECK(found({"foo", "bar"}, "") == Documents{1, 2});
}

TEST_CASE("wildcards in front and in the middle, and fuzzy words") {
  CHECK(found({"economy", "nomad eco", "autonomy"}, "*nomy") == Documents{1, 3});
  CHECK(found({"food", "fod", "fold", "fo d"}, "fo?d") == Documents{1, 3});
  CHECK(found({"harbour", "harbor", "haven"}, "harbour~") == Documents{1, 2});
}

TEST_CASE("an unknown field is an error") {
  CHECK(place_of_error("unknown:foo") == At{0, 7});
  CHECK(place_of_error("tide unknown:foo") == At{5, 7});
}

TEST_CASE("single dates and ranges of them") {
  const Database database = index_of(
      {dated("2023-12-31"), dated("2024-01-01"), dated("2025-06-30"), dated("2026-01-01")});
  CHECK(found(database, "date:2024-01-01") == Documents{2});
  CHECK(found(database, "date:2024..2025") == Documents{2, 3});
  CHECK(found({"10..20", "10 to 20"}, "10..20") == Documents{1});
}

TEST_CASE("days that no calendar has are errors") {
  CHECK(place_of_error("date:2024-13-45..2024-14-01") == At{5, 10});
  CHECK(place_of_error("date:2024-01-01..2024-14-01") == At{17, 10});
  CHECK(place_of_error("date:2023-02-29") == At{5, 10});
}

TEST_CASE(
    "a date whose day and month could change places is an error, and so are others in figures") {
  CHECK(place_of_error("date:01/02/2024") == At{5, 10});
}

TEST_CASE("operators want operands, and brackets come in pairs") {
  CHECK(place_of_error("foo AND") == At{4, 3});
  CHECK(place_of_error("AND x") == At{0, 3});
  CHECK(place_of_error("(foo OR").first <= 5);
  CHECK(place_of_error("((foo)") == At{0, 1});
  CHECK(place_of_error("foo)") == At{3, 1});
}

TEST_CASE("a quotation mark without its other is an error") {
  CHECK(place_of_error("tide \"foo bar").first == 5);
  CHECK(place_of_error("tide “foo bar").first == 5);
}

TEST_CASE("quotation marks and apostrophes may be curly") {
  const std::vector<std::string> bodies{"the foo bar", "bar foo", "council’s tide"};
  CHECK(found(bodies, "“foo bar”") == Documents{1});
  CHECK(found(bodies, "council's") == Documents{3});
  CHECK(found(bodies, "council’s") == Documents{3});
}

TEST_CASE("names match whatever their capitals") {
  const Database database = index_of({of_outlet("New York Times"), of_outlet("BBC")});
  CHECK(found(database, "outlet:\"New York Times\"") == Documents{1});
  CHECK(found(database, "outlet:\"new york times\"") == Documents{1});
  CHECK(found(database, "outlet:bbc") == Documents{2});
  CHECK(found(database, "outlet:BBC") == Documents{2});
}

TEST_CASE("a capital does not keep a word from being stemmed") {
  CHECK(found({"two universities", "the University"}, "Universities") == Documents{1, 2});
  CHECK(found({"two harbours", "the Harbour"}, "Harbours") == Documents{1, 2});
}

TEST_CASE("a short wildcard is bounded, and says so") {
  std::string body;
  for (int i = 0; i < 3000; ++i) body += "e" + std::to_string(i) + " ";
  const Database database = index_of({article_of(body)});
  QueryBuilder builder(database, MatchMode::all);
  CHECK(all_matches(database, builder.build(parse_query("e*"))) == Documents{1});
  REQUIRE(builder.notes().size() == 1);
  CHECK(builder.notes().front().find("3000") != std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 are an error") {
  CHECK(place_of_error("tide caf\xE9") == At{8, 1});
  CHECK_THROWS_AS(literal_query("tide caf\xE9"), Error);
}

TEST_CASE("operators are in capitals: or, and, not are words") {
  CHECK(found({"sink or swim", "swim", "sink"}, "sink or swim") == Documents{1});
  CHECK(found({"bread and butter", "bread butter"}, "bread and butter") == Documents{1});
}

TEST_CASE("stop words count in phrases, and beside words") {
  CHECK(found({"to be or not to be", "be not"}, "\"to be or not to be\"") == Documents{1});
  CHECK(found({"the Who", "who"}, "\"The Who\"") == Documents{1});
}
