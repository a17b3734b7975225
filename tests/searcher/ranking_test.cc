// What ranks above what.
#include <catch2/catch.hpp>

#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/search/page.h"
#include "tests/support/memory_index.h"

using namespace backfile;

namespace {

/// The bodies in the order of the answer.
std::vector<std::string> ranked(const std::vector<std::string>& bodies, const std::string& query) {
  std::vector<Article> articles;
  for (const std::string& body : bodies) articles.push_back(article_of(body));
  const Database database = index_of(articles);
  QueryBuilder builder(database, MatchMode::all);
  std::vector<std::string> found;
  for (const Ranked& hit :
       find_page(database, builder.build(parse_query(query)), Sort::relevance, 0, bodies.size())
           .hits) {
    found.push_back(bodies[hit.document - 1]);
  }
  return found;
}

/// An archive in which articles with `form` and with `mate` stand among others.
void check_above(const std::string& form, const std::string& mate) {
  std::vector<std::string> bodies(20, "the council met at the harbour on market day");
  const std::string written = "the council saw one " + form + " at the harbour on market day";
  for (int i = 0; i < 6; ++i) bodies.push_back(mate + " and " + mate + " in the " + mate);
  bodies.push_back(written);
  const std::vector<std::string> found = ranked(bodies, form);
  INFO(form << " and " << mate);
  REQUIRE(found.size() == 7);  // the stemmer takes them for one word
  CHECK(found.front() == written);
}

}  // namespace

TEST_CASE("an article that has the word ranks above those that only have words of its stem") {
  check_above("universe", "university");
  check_above("organ", "organization");
  check_above("international", "interned");
  check_above("added", "ads");
  check_above("university", "universe");
}

TEST_CASE("words of the same stem are found all the same") {
  CHECK(ranked({"two inspections", "an inspection", "no more"}, "inspection").size() == 2);
}

TEST_CASE("a word in the title counts more than in the text") {
  std::vector<Article> articles{article_of("the ferry was late on that day"),
                                article_of("the council was late on that day")};
  articles[0].title = "A day late";
  articles[1].title = "The ferry";
  articles[1].body = "the council was late on that day";
  const Database database = index_of(articles);
  QueryBuilder builder(database, MatchMode::all);
  const Page page =
      find_page(database, builder.build(parse_query("ferry")), Sort::relevance, 0, 10);
  REQUIRE(page.hits.size() == 2);
  CHECK(page.hits.front().document == 2);
}
