#include "searcher/query/builder.h"

#include <catch2/catch.hpp>

#include "searcher/query/parser.h"
#include "searcher/search/matcher.h"
#include "tests/support/memory_index.h"

using namespace backfile;
using Documents = std::vector<Xapian::docid>;
using Notes = std::vector<std::string>;

namespace {

Documents found(const Database& database, const std::string& query,
                MatchMode match = MatchMode::all) {
  QueryBuilder builder(database, match);
  return all_matches(database, builder.build(parse_query(query)));
}

Error error_of(const std::string& query) {
  const Database database = index_of({article_of("word")});
  QueryBuilder builder(database, MatchMode::all);
  try {
    builder.build(parse_query(query));
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error: " << query);
  throw;
}

}  // namespace

TEST_CASE("words that articles spell with a hyphen find each other, whatever stands beside them") {
  const Database database =
      index_of({article_of("old-time music"), article_of("the time-table"),
                article_of("the old timetable"), article_of("an oldtime table")});
  CHECK(found(database, "oldtime") == Documents{1, 4});
  CHECK(found(database, "\"time table\"") == Documents{2, 3});
  CHECK(found(database, "old time table") == Documents{3, 4});
  CHECK(found(database, "old AND time AND table").empty());
  CHECK(found(database, "old time", MatchMode::any) == Documents{1, 2, 3, 4});
}

TEST_CASE("a stem counts in articles of its language only") {
  const Database database =
      index_of({article_of("run"), article_of("run", "de"), article_of("running", "de"),
                article_of("einer mit"), article_of("einer mit", "de")});
  CHECK(found(database, "running") == Documents{1, 3});
  CHECK(found(database, "eine") == Documents{5});
  CHECK(found(database, "eine NEAR/1 mit") == Documents{5});
}

TEST_CASE("patterns and misspelt words may be near others") {
  const Database database =
      index_of({article_of("the harbour bell"), article_of("the harbour and a bell")});
  CHECK(found(database, "harb* NEAR/1 bell") == Documents{1});
  CHECK(found(database, "harbuor~1 NEAR/3 be?l") == Documents{1, 2});
  CHECK(found(database, "nosuch* NEAR/3 bell").empty());
}

TEST_CASE("edits are counted in letters, not in bytes") {
  const Database database = index_of({article_of("خبز", "ar"), article_of("خسر", "ar")});
  CHECK(found(database, "خبز~") == Documents{1});
  CHECK(found(database, "خبز~2") == Documents{1, 2});
}

TEST_CASE("any value of a field, and the id that the source gave") {
  std::vector<Article> articles(2);
  articles[0].id = articles[0].url = "https://www.harbour.example/1";
  articles[0].own_id = "Story-1";
  articles[0].authors = {"Ann Baker"};
  articles[1].id = "Second";
  const Database database = index_of(articles);
  CHECK(found(database, "id:Story-1") == Documents{1});
  CHECK(found(database, "id:Story*") == Documents{1});
  CHECK(found(database, "id:S*") == Documents{1, 2});
  CHECK(found(database, "id:*") == Documents{1, 2});
  CHECK(found(database, "url:*") == Documents{1});
  CHECK(found(database, "site:*") == Documents{1});
  CHECK(found(database, "site:harbour.example") == Documents{1});
  CHECK(found(database, "site:www.harbour.example") == Documents{1});
  CHECK(found(database, "site:https://www.harbour.example/") == Documents{1});
  CHECK(found(database, "author:*") == Documents{1});
  CHECK(found(database, "author:bakers").empty());
}

TEST_CASE("what cannot be searched is an error with its place") {
  const Error several = error_of("word bbc.co*");
  CHECK(several.code() == ErrorCode::bad_query);
  REQUIRE(several.place());
  CHECK(several.place()->position == 5);
  CHECK(several.place()->length == 7);
  CHECK(error_of("well-being~").place()->length == 11);
}

TEST_CASE("a hyphen inside a pattern is the word that it is spelled as") {
  const Database database = index_of({article_of("covid-19"), article_of("covid 19")});
  CHECK(found(database, "covid-1*") == Documents{1});
}

TEST_CASE("what is left out is not marked") {
  const Database database = index_of({article_of("bell harbour")});
  QueryBuilder builder(database, MatchMode::all);
  builder.build(parse_query("bell -harbour NOT \"the bridge\""));
  REQUIRE(builder.marks().size() == 1);
  CHECK(builder.marks()[0].words[0].forms == std::vector<std::string>{"bell"});
}

TEST_CASE("words side by side are marked as one, too, where articles write them so") {
  const Database database = index_of({article_of("well-being")});
  QueryBuilder builder(database, MatchMode::all);
  builder.build(parse_query("well being"));
  REQUIRE(builder.marks().size() == 3);
  CHECK(builder.marks()[2].words[0].forms == std::vector<std::string>{"wellbeing"});
}

TEST_CASE("a bound that cut is told") {
  std::string body;
  for (int i = 0; i < 1100; ++i) body += "word" + std::to_string(i) + " ";
  const Database database = index_of({article_of(body)});
  QueryBuilder builder(database, MatchMode::all);
  builder.build(parse_query("word*"));
  REQUIRE(builder.notes().size() == 1);
  CHECK(builder.notes()[0] == "word* stands for 1100 words; the 300 most frequent were searched");
}

TEST_CASE("the patterns of a query share what they may stand for") {
  std::string body;
  for (int i = 0; i < 1100; ++i) body += "word" + std::to_string(i) + " ";
  const Database database = index_of({article_of(body)});
  const auto notes = [&](const std::string& query) {
    QueryBuilder builder(database, MatchMode::all);
    builder.build(parse_query(query));
    return builder.notes();
  };
  const std::string of_1100 = " stands for 1100 words; the ";
  CHECK(notes("word* wor*") == Notes{"word*" + of_1100 + "150 most frequent were searched",
                                     "wor*" + of_1100 + "150 most frequent were searched"});
  CHECK(notes("word* OR word*").front() == "word*" + of_1100 + "300 most frequent were searched");
  CHECK(notes("\"word* thing\"") == Notes{"word*" + of_1100 + "100 most frequent were searched"});
  CHECK(notes("word* NEAR thing") == Notes{"word*" + of_1100 + "100 most frequent were searched"});
}

TEST_CASE("few words of a query may be compared with every word of the index") {
  std::string query;
  for (int i = 0; i < 10; ++i) query += "*" + std::string(1, static_cast<char>('a' + i)) + " ";
  CHECK_NOTHROW(found(index_of({article_of("word")}), query + query));
  const Error error = error_of(query + "word~");
  CHECK(error.place()->position == query.size());
  CHECK(error_of(query + "*z").place()->position == query.size());
}
