// Words that set articles apart from the rest of an archive.
#include "searcher/similar/typical_words.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/memory_index.h"

using namespace backfile;
using Documents = std::vector<Xapian::docid>;

namespace {

const std::vector<Article> news{
    article_of("The ferries were late; a ferry was lost in 2021"),
    article_of("The ferry and the council in 2021"),
    article_of("The ferry of the council in 2021"),
    article_of("The council and its budget"),
    article_of("The council and the well-known school"),
    article_of("The council at the well-known school"),
};

}  // namespace

TEST_CASE("words come with their counts, the most typical first") {
  const auto words = typical_words(index_of(news), Documents{1, 2, 3}, 10);
  REQUIRE(words.size() == 1);  // council is more frequent elsewhere, the rest stop words or numbers
  CHECK(words[0].word == "ferry");
  CHECK(words[0].matches == 3);
  CHECK(words[0].all == 3);
  CHECK(words[0].score == Approx(2 * 6 * std::log(2)));
}

TEST_CASE("hyphenated words are shown with their hyphen") {
  bool seen = false;
  for (const TypicalWord& word : typical_words(index_of(news), Documents{5, 6}, 10)) {
    CHECK(word.word != "wellknown");
    seen = seen || word.word == "well-known";
  }
  CHECK(seen);
}

TEST_CASE("as many words are given as were asked for, at most") {
  CHECK(typical_words(index_of(news), Documents{5, 6}, 2).size() == 2);
  CHECK(typical_words(index_of(news), Documents{5, 6}, 0).empty());
  CHECK(typical_words(index_of(news), Documents{}, 5).empty());
}

TEST_CASE("each word is shown in the language of its articles") {
  const std::vector<Article> articles{article_of("Die Häfen", "de"), article_of("Die Häfen", "de"),
                                      article_of("Der Hafen und der Rat", "de"),
                                      article_of("The council", "en"),
                                      article_of("The council", "en")};
  const auto words = typical_words(index_of(articles), Documents{1, 2, 3}, 1);
  REQUIRE(words.size() == 1);
  CHECK(words[0].word == "hafen");  // diacritics are folded, and both are its forms
}

TEST_CASE("the log-likelihood ratio is Dunning's") {
  // By hand: 2 * (10 ln(10/5.5) + 90 ln(90/94.5) + 1 ln(1/5.5) + 99 ln(99/94.5)).
  CHECK(log_likelihood(10, 100, 11, 200) == Approx(8.97598));
  CHECK(log_likelihood(5, 100, 10, 200) == 0);   // as chance would have it
  CHECK(log_likelihood(1, 100, 10, 200) == 0);   // more frequent elsewhere
  CHECK(log_likelihood(10, 200, 10, 200) == 0);  // nothing is apart from everything
}
