#include "indexer/enrichment/sketch.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace backfile;

namespace {

/// Words that stand in no other text: `words` of them, in rows of ten to a line.
std::string text(const std::string& stem, int words) {
  std::string made;
  for (int word = 0; word < words; ++word) {
    made += stem + std::to_string(word) + (word % 10 == 9 ? "\n" : " ");
  }
  return made;
}

Sketch sketch(const std::string& body) { return sketch_of(smallest_shingles(body), {}); }

double shared(const std::string& a, const std::string& b) {
  CHECK(shared_part(sketch(a), sketch(b)) == shared_part(sketch(b), sketch(a)));
  return shared_part(sketch(a), sketch(b));
}

}  // namespace

TEST_CASE("a text shares all with itself, and nothing with another") {
  CHECK(shared(text("a", 300), text("a", 300)) == 1);
  CHECK(shared(text("a", 300), text("b", 300)) == 0);
}

TEST_CASE("case, punctuation and the form of quotation marks make no difference") {
  std::string typed;
  std::string set;
  for (int word = 0; word < 60; ++word) {
    typed += "\"Don't say" + std::to_string(word) + " that,\" she - said. ";
    set += "“don’t SAY" + std::to_string(word) + " that” — she said; ";
  }
  CHECK(shared(typed, set) == 1);
}

TEST_CASE("a story with its tail cut off is the same story, a small part of it is not") {
  const std::string story = text("a", 400);
  CHECK(shared(story, text("a", 240)) > 0.8);
  CHECK(shared(story, text("a", 60)) == 0);
}

TEST_CASE("a story with something between is the same story") {
  CHECK(shared(text("a", 200), text("a", 100) + "\n" + text("b", 60) + text("a", 200)) > 0.8);
}

TEST_CASE("a quotation does not make two stories one") {
  CHECK(shared(text("a", 200) + text("q", 30), text("b", 200) + text("q", 30)) == 0);
}

TEST_CASE("scripts without spaces are compared, too") {
  std::string story;
  for (int line = 0; line < 30; ++line) {
    story += "橋は" + std::to_string(line) + "日に閉鎖された。町の人々は";
  }
  CHECK(shared(story, "「" + story + "」") == 1);
}

TEST_CASE("what is left out counts for nothing") {
  const std::string body = text("a", 300);
  const auto middle = static_cast<std::size_t>(body.find("a200"));
  const std::vector<TextRange> tail{{middle, body.size() - middle}};
  const Sketch rest = sketch_of(smallest_shingles(body), tail);
  CHECK(shared_part(rest, sketch(text("a", 200))) == 1);
  CHECK(
      sketch_of(smallest_shingles(body), std::vector<TextRange>{{0, body.size()}}).hashes.empty());
}

TEST_CASE("texts that are too short are not compared") {
  CHECK(sketch("").hashes.empty());
  CHECK(sketch("Sorry, this page is not there any more.").hashes.empty());
  CHECK(shared("", "") == 0);
}

TEST_CASE("shingles are a sample of bounded size, each hash once, rising") {
  const auto by_hash = [](const Shingle& a, const Shingle& b) { return a.hash < b.hash; };
  const std::vector<Shingle> found = smallest_shingles(text("a", 5000) + text("a", 5000));
  CHECK(found.size() == smallest_shingles(text("b", 900)).size());
  CHECK(std::is_sorted(found.begin(), found.end(), by_hash));
  CHECK(std::adjacent_find(found.begin(), found.end(), [](const Shingle& a, const Shingle& b) {
          return a.hash == b.hash;
        }) == found.end());
}

TEST_CASE("any bytes are read") {
  for (const std::string bytes : {"\xff\xfe\xc3", "\xf0\x9f", "a\xe2\x80", "’’’"}) {
    CHECK(smallest_shingles(bytes).empty());
  }
}
