// Which words of a text are distinctive, and what articles like it are.
#include <catch2/catch.hpp>

#include "common/error.h"
#include "searcher/search/page.h"
#include "searcher/similar/distinctive_words.h"
#include "searcher/similar/likeness.h"
#include "tests/support/memory_index.h"

using namespace backfile;
using Texts = std::vector<std::string>;

namespace {

const std::vector<Article> news{
    article_of("Oysters return to the harbour: divers count oysters on the reef"),
    article_of("Divers find an oyster reef off the harbour"),
    article_of("The council sets a budget for the harbour"),
    article_of("The council reads the budget aloud"),
    article_of("A budget for the school"),
};

std::vector<Xapian::docid> found(const Request& request) {
  const Database database = index_of(news);
  std::vector<Xapian::docid> documents;
  const Likeness like = likeness(database, request);
  for (const Ranked& hit : find_page(database, like.query, Sort::relevance, 0, 10).hits) {
    documents.push_back(hit.document);
  }
  return documents;
}

Texts best_words(const std::string& text, std::size_t most, std::size_t known = 0) {
  DistinctiveWords words;
  words.add(article_of(text));
  Texts forms;
  for (const DistinctiveWord& word : words.best(index_of(news), most, known)) {
    forms.push_back(word.form);
  }
  return forms;
}

}  // namespace

TEST_CASE("words are distinctive that a text has often and the archive seldom") {
  CHECK(best_words("oysters, oysters and the budget of the harbour", 1) == Texts{"oysters"});
  CHECK(best_words("the budget of the harbour school", 1) == Texts{"school"});
}

TEST_CASE("stop words, numbers, single letters and what the archive does not know are left out") {
  CHECK(best_words("the and of 2021 b zither", 10).empty());
  CHECK(best_words("a reef for the school", 10, 1) == Texts{"reef"});  // one article has school
}

TEST_CASE("the words of a title count twice") {
  DistinctiveWords words;
  Article article = article_of("reef");
  article.title = "Divers";
  words.add(article);
  const std::vector<DistinctiveWord> best = words.best(index_of(news), 10, 0);
  REQUIRE(best.size() == 2);
  CHECK(best[0].form == "divers");
  CHECK(best[0].weight == 1);
  CHECK(best[1].weight < 0.7);
}

TEST_CASE("articles are alike that share several distinctive words") {
  Request request;
  request.like_texts = {"Divers counted oysters on a reef"};
  CHECK(found(request) == std::vector<Xapian::docid>{1, 2});
}

TEST_CASE("one word in common is enough where a text has no more") {
  Request request;
  request.like_texts = {"Oysters!"};
  CHECK(found(request) == std::vector<Xapian::docid>{1, 2});
}

TEST_CASE("the distinctive words are marked") {
  Request request;
  request.like_texts = {"The reef"};
  const Likeness like = likeness(index_of(news), request);
  REQUIRE(like.marks.size() == 1);
  CHECK(like.marks[0].words[0].forms == Texts{"reef"});
  CHECK(like.marks[0].words[0].stem);
}

TEST_CASE("a text that shares no word with the archive is an error") {
  Request request;
  request.like_texts = {"12345"};
  CHECK_THROWS_AS(likeness(index_of(news), request), Error);
}
