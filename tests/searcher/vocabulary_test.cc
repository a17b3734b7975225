#include "searcher/query/vocabulary.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "common/text/utf8.h"
#include "tests/support/memory_index.h"
#include "tests/support/naive_text.h"

using namespace backfile;
using Terms = std::vector<std::string>;

namespace {

/// Short words of few letters, so that many of them are like each other.
rc::Gen<std::u32string> words_of(std::u32string letters) {
  return rc::gen::resize(
      7, rc::gen::container<std::u32string>(rc::gen::elementOf(std::move(letters))));
}

std::string text_of(std::u32string_view letters) {
  std::string text;
  for (const char32_t letter : letters) append_utf8(text, letter);
  return text;
}

}  // namespace

TEST_CASE("a pattern matches what its definition says") {
  CHECK(rc::check([] {
    const auto text = *words_of(U"abé海");
    const auto pattern = *words_of(U"abé海*?*");
    RC_ASSERT(matches_pattern(text_of(text), text_of(pattern)) == naive_match(text, pattern));
  }));
}

TEST_CASE("a pattern of many stars takes no time") {
  const std::string text(20000, 'a');
  CHECK_FALSE(matches_pattern(text, "a*a*a*a*a*a*a*a*a*a*b"));
}

TEST_CASE("edits are counted as by the full table, up to the most that are asked for") {
  CHECK(rc::check([] {
    const auto a = *words_of(U"abc海");
    const auto b = *words_of(U"abc海");
    const int most = *rc::gen::inRange(0, 4);
    const auto edits = static_cast<int>(naive_distance(a, b));
    const int counted = edit_distance(a, b, most);
    RC_ASSERT((edits <= most ? counted == edits : counted > most));
  }));
  CHECK(edit_distance(U"ofsted", U"offsted", 2) == 1);
  CHECK(edit_distance(U"harbour", U"harbuor", 2) == 1);
  CHECK(edit_distance(U"harbour", U"hrabuor", 2) == 2);
}

TEST_CASE("a pattern stands for the words of its field, the most frequent first") {
  Article second = article_of("bell belfry");
  second.title = "bells";
  const Database database = index_of({article_of("bells bell"), second, article_of("ball")});
  CHECK(expand_pattern(database, "", "bel*").terms == Terms{"bell", "bells", "belfry"});
  CHECK(expand_pattern(database, "", "b?ll").terms == Terms{"bell", "ball"});
  CHECK(expand_pattern(database, "", "*").found == 4);
  CHECK(expand_pattern(database, "S", "bel*").terms == Terms{"Sbells"});
  CHECK(expand_fuzzy(database, "", "bel", 1).terms == Terms{"bell"});
  CHECK(expand_fuzzy(database, "", "bel", 2).terms == Terms{"bell", "bells", "ball"});
}

TEST_CASE("a pattern stands for values that begin with any character") {
  std::vector<Article> articles(4);
  articles[0].id = "Council/1";
  articles[1].id = "council/2";
  articles[2].id = ":3";
  articles[3].id = "::4";
  const Database database = index_of(articles);
  CHECK(expand_pattern(database, "Q", "Council*").terms == Terms{"Q:Council/1"});
  CHECK(expand_pattern(database, "Q", "*ouncil*").terms == Terms{"Q:Council/1", "Qcouncil/2"});
  CHECK(expand_pattern(database, "Q", ":*").terms == Terms{"Q::3", "Q:::4"});
  CHECK(expand_pattern(database, "Q", "::*").terms == Terms{"Q:::4"});
}

TEST_CASE("what a pattern stands for is bounded, and says so") {
  std::string body = "word7 ";
  for (std::size_t i = 0; i < most_pattern_terms + 5; ++i) body += "word" + std::to_string(i) + " ";
  const Database database = index_of({article_of(body), article_of("word7")});
  const Expansion pattern = expand_pattern(database, "", "word*");
  CHECK(pattern.found == most_pattern_terms + 5);
  CHECK(pattern.terms.size() == most_pattern_terms);
  CHECK(pattern.terms.front() == "word7");
  const Expansion fuzzy = expand_fuzzy(database, "", "word", 2);
  CHECK(fuzzy.found == 100);
  CHECK(fuzzy.terms.size() == most_fuzzy_terms);
}
