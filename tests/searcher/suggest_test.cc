// "Did you mean": which words are doubted, what is suggested for them, and how.
#include <catch2/catch.hpp>

#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/query/print.h"
#include "searcher/search/filters.h"
#include "searcher/search/matcher.h"
#include "searcher/suggest/advice.h"
#include "searcher/suggest/near_words.h"
#include "tests/support/memory_index.h"

using namespace backfile;
using Suggestions = std::vector<Suggestion>;

namespace {

/// So many articles with each text.
std::vector<Article> articles_of(const std::vector<std::pair<int, std::string>>& texts) {
  std::vector<Article> articles;
  for (const auto& [count, text] : texts) {
    for (int i = 0; i < count; ++i) articles.push_back(article_of(text));
  }
  return articles;
}

Suggestions suggested(const Database& database, const Request& request) {
  Node tree = request.literal ? literal_query(request.query) : parse_query(request.query);
  const std::string before = print_query(tree);
  QueryBuilder builder(database, request.match_any ? MatchMode::any : MatchMode::all);
  Answer answer;
  answer.total = count_matches(database, Filters(database, request).apply(builder.build(tree)));
  advise(answer, database, tree, request);
  CHECK(print_query(tree) == before);
  return answer.suggestions;
}

Suggestions suggested(const std::vector<Article>& articles, const std::string& query) {
  Request request;
  request.query = query;
  return suggested(index_of(articles), request);
}

const std::vector<Article> news = articles_of({{5, "the council sets a budget"},
                                               {3, "ferry inspection"},
                                               {2, "climate change"},
                                               {9, "a chance of rain"},
                                               {1, "the well-being of café owners"}});

}  // namespace

TEST_CASE("a word that no article has is replaced by a near one") {
  CHECK(suggested(news, "bugdet") == Suggestions{{"budget", 5}});
  CHECK(suggested(news, "inspecton") == Suggestions{{"inspection", 3}});
  CHECK(suggested(news, "inspectiion") == Suggestions{{"inspection", 3}});
  CHECK(suggested(news, "unspection") == Suggestions{{"inspection", 3}});
}

TEST_CASE("the rest of the query stays as it is") {
  CHECK(suggested(news, "council bugdet -sport") == Suggestions{{"council budget -sport", 5}});
  CHECK(suggested(news, "(bugdet OR fery) council") ==
        Suggestions{{"(budget OR ferry) council", 5}});
  CHECK(suggested(news, "=bugdet") == Suggestions{{"=budget", 5}});
}

TEST_CASE("several words are replaced together") {
  CHECK(suggested(news, "councl bugdet") == Suggestions{{"council budget", 5}});
  CHECK(suggested(news, "ferry bugdet").empty());  // no article has both
}

TEST_CASE("a phrase stays one, and its words are chosen as they stand together") {
  CHECK(suggested(news, "chanse").front() == Suggestion{"chance", 9});
  CHECK(suggested(news, "\"climate chanse\"") == Suggestions{{"\"climate change\"", 2}});
}

TEST_CASE("a part of a hyphenated word is replaced in it") {
  CHECK(suggested(news, "well-bieng") == Suggestions{{"well-being", 1}});
}

TEST_CASE("words of a field are sought in that field") {
  std::vector<Article> articles = news;
  articles.front().title = "Harbour";
  articles.front().authors = {"Fiona Simpson"};
  CHECK(suggested(articles, "title:harbuor") == Suggestions{{"title:harbour", 1}});
  CHECK(suggested(articles, "title:bugdet").empty());
  CHECK(suggested(articles, "author:simpsn") == Suggestions{{"author:simpson", 1}});
}

TEST_CASE("what may be right is left alone") {
  CHECK(suggested(news, "budget").empty());
  CHECK(suggested(news, "budgets").empty());  // its stem is there
  CHECK(suggested(news, "ix").empty());       // everything is near a short word
  CHECK(suggested(news, "2021").empty());     // numbers are not spelled
  CHECK(suggested(news, "bugd*").empty());    // wildcards find what they find
  CHECK(suggested(news, "council -bugdet").empty());
  CHECK(suggested(news, "xylophone").empty());
}

TEST_CASE("a word missing among alternatives is told, though others are found") {
  CHECK(suggested(news, "council OR fery") == Suggestions{{"council OR ferry", 8}});
}

TEST_CASE("a rare word is doubted when a near one is much more frequent") {
  const auto with_received = [](int articles) {
    return articles_of({{1, "recieved"}, {articles, "received"}, {1999, "something else"}});
  };
  CHECK(suggested(with_received(40), "recieved") == Suggestions{{"received", 40}});
  CHECK(suggested(with_received(19), "recieved").empty());
}

TEST_CASE("a rare word that is there is doubted for one slip only") {
  const std::vector<Article> articles =
      articles_of({{1, "beyonce"}, {90, "beyond"}, {1999, "something else"}});
  CHECK(suggested(articles, "beyonce").empty());
  CHECK(suggested(articles, "byond") == Suggestions{{"beyond", 90}});
}

TEST_CASE("filters hold for suggestions") {
  std::vector<Article> articles = news;
  articles.front().outlet = "Gazette";
  Request request;
  request.query = "bugdet";
  request.outlets = {"gazette"};
  CHECK(suggested(index_of(articles), request) == Suggestions{{"budget", 1}});
}

TEST_CASE("without operators, a suggestion has none") {
  Request request;
  request.literal = true;
  request.query = "-council AND bugdet";
  const std::vector<Article> articles = articles_of({{2, "council and budget"}});
  CHECK(suggested(index_of(articles), request) == Suggestions{{"-council AND budget", 2}});
}

TEST_CASE("near words are the most plausible ones, whatever their alphabet") {
  const Database database =
      index_of(articles_of({{1, "бюджет"}, {1, "harbor"}, {60, "harbour"}, {2, "2021"}}));
  const std::vector<std::string> forms{"бюждет", "harbur"};
  const auto near = near_words(database, "", forms, Reach::all, 5);
  REQUIRE(near.size() == 2);
  REQUIRE(near[0].size() == 1);
  CHECK(near[0][0].form == "бюджет");
  CHECK(near[0][0].edits == 1);
  REQUIRE(near[1].size() == 2);
  CHECK(near[1][0].form == "harbour");
  CHECK(near[1][1].form == "harbor");
}

TEST_CASE("the first letter can be held to") {
  const Database database = index_of(articles_of({{1, "budget"}, {1, "fudget"}}));
  const std::vector<std::string> forms{"bugdet"};
  CHECK(near_words(database, "", forms, Reach::same_first_letter, 5)[0].size() == 1);
  CHECK(near_words(database, "", forms, Reach::all, 5)[0].size() == 2);
}
