// More like this, and the words of an answer.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;
using Ids = std::vector<std::string>;

namespace {

Finished search_corpus(std::vector<std::string> arguments, Call call = {}) {
  return search_in(corpus_index(), std::move(arguments), std::move(call));
}

Json answer(std::vector<std::string> arguments) {
  return answer_to(corpus_index(), std::move(arguments));
}

Ids ids(std::vector<std::string> arguments) { return ids_of(corpus_index(), std::move(arguments)); }

bool has(const Ids& all, const std::string& id) {
  return std::find(all.begin(), all.end(), id) != all.end();
}

const std::string dish = "Ostrey Foghorn/science/1968-11-21-dish.txt";
const std::string dish_later = "Ostrey Foghorn/science/2023-11-21-fifty-five.txt";

}  // namespace

TEST_CASE("articles like one are found, and not that one itself") {
  const Ids like = ids({"--like", dish});
  REQUIRE_FALSE(like.empty());
  CHECK_FALSE(has(like, dish));
  const auto place = std::find(like.begin(), like.end(), dish_later);
  CHECK(place - like.begin() < 5);
}

TEST_CASE("several articles are taken together, and none of them is found") {
  const Ids like = ids({"--like", dish, "--like", dish_later});
  REQUIRE_FALSE(like.empty());
  CHECK_FALSE(has(like, dish));
  CHECK_FALSE(has(like, dish_later));
}

TEST_CASE("what is alike can be narrowed") {
  const Ids like = ids({"--like", dish});
  const Ids narrowed = ids({"--like", dish, "--outlet", "Ostrey Foghorn"});
  const Ids with_word = ids({"--like", dish, "telescope"});
  CHECK(narrowed.size() < like.size());
  for (const Ids& some : {narrowed, with_word}) {
    CHECK_FALSE(some.empty());
    for (const std::string& id : some) CHECK(has(like, id));
  }
}

TEST_CASE("the words in common are marked") {
  const Json found = answer({"--like", dish, "-n", "1"});
  CHECK_FALSE(found.at("hits").at(0).at("snippet").at("matches").empty());
}

TEST_CASE("a text need not be in the index") {
  const TemporaryDirectory temporary;
  const std::string text =
      "The ferry stays in the harbour while the tide is out, the council says.";
  const std::string file = temporary.write("text", text);
  const Ids like = ids({"--like-file", file});
  CHECK_FALSE(like.empty());
  const Finished piped = search_corpus({"--like-file", "-", "--format", "ids", "-n", "all"},
                                       {.arguments = {}, .input = text});
  CHECK(piped.status == 0);
  CHECK(piped.lines() == like);
}

TEST_CASE("mistakes are told") {
  const Finished unknown = search_corpus({"--like", "nowhere"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("no article has the id nowhere") != std::string::npos);
  const Finished missing = search_corpus({"--like-file", "/nowhere/text"});
  CHECK(missing.status == 2);
  CHECK(missing.err.find("cannot read /nowhere/text") != std::string::npos);
  CHECK(search_corpus({"--like-file", "/"}).status == 2);
  const Finished empty = search_corpus({"--like-file", "-"});
  CHECK(empty.status == 2);
  CHECK(empty.err.find("shares a word") != std::string::npos);
}

TEST_CASE("the words of the matches come with their counts") {
  const Json found = answer({"telescope", "--words", "5", "-n", "0"});
  CHECK(found.at("words").size() == 5);
  CHECK(found.at("words_from") == found.at("total"));
  double before = 1e300;
  for (const Json& word : found.at("words")) {
    CHECK(word.at("matches") <= word.at("all"));
    CHECK(word.at("score") <= before);
    before = word.at("score");
  }
  const Json& first = found.at("words").front();
  CHECK(answer({std::string(first.at("word"))}).at("total") == first.at("all"));
}

TEST_CASE("people see the words side by side") {
  const Finished finished = search_corpus({"telescope", "--words", "3", "-n", "0"});
  CHECK(finished.out.find("\nwords (articles that match, of all that have it)\n  ") !=
        std::string::npos);
}

TEST_CASE("without matches there are no words") {
  CHECK_FALSE(answer({"xylophone", "--words", "5"}).contains("words"));
}
