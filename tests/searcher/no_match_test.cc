// Why nothing matches, and values that no article has.
#include <catch2/catch.hpp>

#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/suggest/no_match.h"
#include "searcher/suggest/unknown_values.h"
#include "tests/support/memory_index.h"

using namespace backfile;
using Texts = std::vector<std::string>;

namespace {

std::vector<Article> news() {
  std::vector<Article> articles;
  for (const char* text : {"council budget", "council ferry", "council school", "budget speech"}) {
    articles.push_back(article_of(text));
  }
  articles[0].outlet = "BBC News";
  articles[1].outlet = "The Harbour Gazette";
  articles[1].topics = {"education"};
  articles[2].outlet = "Fox News";
  articles[3].outlet = "Fox News";
  articles[3].authors = {"Fiona Simpson"};
  articles[3].published = Date::from_iso("2021-02-09");
  return articles;
}

Answer explained(Request request) {
  const Database database = index_of(news());
  Node tree = parse_query(request.query);
  const std::string before = print_query(tree);
  Answer answer;
  explain_no_match(answer, database, tree, request);
  CHECK(print_query(tree) == before);
  return answer;
}

Answer explained(const std::string& query) {
  Request request;
  request.query = query;
  return explained(request);
}

Texts missing(const std::string& query) { return explained(query).no_match->missing; }

Texts unknown(Request request) {
  return unknown_values(index_of(news()), parse_query(request.query), request);
}

Texts unknown(const std::string& query) {
  Request request;
  request.query = query;
  return unknown(request);
}

}  // namespace

TEST_CASE("words and phrases that match nothing are named") {
  CHECK(missing("council xylophone") == Texts{"xylophone"});
  CHECK(missing("council \"budget council\"") == Texts{"\"budget council\""});
  CHECK(missing("(xylophone OR zither) council") == Texts{"xylophone", "zither"});
  CHECK(missing("title:council budget") == Texts{"title:council"});
  CHECK(missing("outlet:xyz council") == Texts{"outlet:xyz"});
  CHECK(missing("council -budget -xylophone").empty());
  CHECK(explained("council xylophone").notes ==
        Texts{"no article has the word xylophone",
              "--match any finds 3 articles with some of the words"});
}

TEST_CASE("when each word matches, the one best left out is named") {
  const Answer answer = explained("ferry budget council");
  CHECK(answer.no_match->missing.empty());
  CHECK(answer.no_match->without == "ferry");
  CHECK(answer.no_match->without_total == 1);
  CHECK(answer.no_match->any == 4);
  CHECK(answer.notes.front() ==
        "each part of the search matches something, but no article has all of them; without ferry "
        "there is 1 article");
}

TEST_CASE("when leaving out one word does not help, that is said") {
  const Answer answer = explained("ferry speech school");
  CHECK(answer.no_match->without.empty());
  CHECK(answer.notes.front() ==
        "each part of the search matches something, but no article has all of them, or all but "
        "one");
}

TEST_CASE("filters are parts of the search") {
  Request request;
  request.query = "speech";
  request.outlets = {"bbc news"};
  Answer answer = explained(request);
  CHECK(answer.no_match->missing.empty());
  CHECK(answer.no_match->without == "--outlet \"bbc news\"");
  CHECK(answer.no_match->without_total == 1);
  request.outlets = {"fox news"};
  request.since = "2030";
  answer = explained(request);
  CHECK(answer.no_match->missing == Texts{"--since 2030"});
  CHECK(answer.notes.front() == "no article matches --since 2030");
}

TEST_CASE("values that no article has are told with the nearest") {
  CHECK(unknown("outlet:foxnews") ==
        Texts{"no article has the outlet \"foxnews\"; nearest: \"fox news\""});
  CHECK(unknown("outlet:news") ==
        Texts{"no article has the outlet \"news\"; nearest: \"fox news\", \"bbc news\""});
  CHECK(unknown("outlet:\"Harbor Gazette\"") ==
        Texts{"no article has the outlet \"Harbor Gazette\"; nearest: \"the harbour gazette\""});
  CHECK(unknown("topic:eduction") ==
        Texts{"no article has the topic \"eduction\"; nearest: \"education\""});
  CHECK(unknown("language:english") ==
        Texts{"no article has the language \"english\"; nearest: \"en\""});
  CHECK(unknown("author:\"Fiona Simson\"") ==
        Texts{"no article has the author \"Fiona Simson\"; nearest: \"fiona simpson\""});
  CHECK(unknown("section:sport") == Texts{"no article has the section \"sport\""});
  CHECK(unknown("id:nowhere") == Texts{"no article has the id \"nowhere\""});
}

TEST_CASE("values are checked wherever they stand, and those that are there are not told") {
  CHECK(unknown("outlet:BBC-News OR outlet:\"bbc news\"").size() == 1);
  CHECK(unknown("council -outlet:xyz") == Texts{"no article has the outlet \"xyz\""});
  CHECK(unknown("outlet:fox* author:simpson date:2021 \"no value\"").empty());
  Request request;
  request.outlets = {"BBC News|xyz"};
  request.topics = {"education"};
  CHECK(unknown(request) == Texts{"no article has the outlet \"xyz\""});
}
