// What backfile-search says when little or nothing matches.
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/support/program.h"

using namespace backfile;

namespace {

Finished search_corpus(std::vector<std::string> arguments) {
  return search_in(corpus_index(), std::move(arguments));
}

Json answer(std::vector<std::string> arguments) {
  return answer_to(corpus_index(), std::move(arguments));
}

}  // namespace

TEST_CASE("other words are suggested, and nothing else is searched than what was asked") {
  const Finished finished = search_corpus({"fery", "harbour"});
  CHECK(finished.status == 1);
  CHECK(finished.err.empty());
  const std::vector<std::string> lines = finished.lines();
  REQUIRE(lines.size() > 2);
  CHECK(lines[0] == "No article matches.");
  CHECK(lines[1].starts_with("Did you mean: ferry harbour? ("));
}

TEST_CASE("every suggestion finds what it promises") {
  for (const char* query : {"fery harbour", "\"harbuor gazette\"", "coucil OR xylophon", "telescop",
                            "title:brigde", "fery --since 2015"}) {
    const Json suggestions = answer({query}).value("suggestions", Json::array());
    for (const Json& suggestion : suggestions) {
      CHECK(answer({suggestion.at("query")}).at("total") == suggestion.at("total"));
      CHECK(suggestion.at("total") > 0);
    }
  }
}

TEST_CASE("JSON says why nothing matches") {
  const Json found = answer({"ferry", "xylophone", "--outlet", "Ostrey Foghorn"});
  CHECK(found.at("total") == 0);
  CHECK(found.at("no_match").at("missing") == Json{"xylophone"});
  CHECK(found.at("no_match").at("any") ==
        answer({"ferry", "--outlet", "Ostrey Foghorn"}).at("total"));
}

TEST_CASE("an answer with matches says nothing of the kind") {
  const Json found = answer({"ferry"});
  CHECK_FALSE(found.contains("suggestions"));
  CHECK_FALSE(found.contains("no_match"));
  CHECK_FALSE(found.contains("notes"));
}

TEST_CASE("the nearest values are named as they are shown") {
  const std::string note =
      "no article has the outlet \"Harbor Gazette\"; nearest: \"The Harbour "
      "Gazette\"";
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"ferry", "--outlet", "Harbor Gazette"},
        {"outlet:\"Harbor Gazette\""}}) {
    const Json found = answer(arguments);
    REQUIRE(found.contains("notes"));
    CHECK(found.at("notes").front() == note);
    CHECK(search_corpus(arguments).status == 1);
  }
}

TEST_CASE("an unknown value beside a known one is told, and the known one is searched") {
  const Finished finished =
      search_corpus({"ferry", "--outlet", "Harbour Gazete", "--outlet", "Ostrey Foghorn"});
  CHECK(finished.status == 0);
  CHECK(finished.out.find("no article has the outlet \"Harbour Gazete\"") != std::string::npos);
}

TEST_CASE("counts and ids stay what they are") {
  CHECK(search_corpus({"fery", "--count"}).out == "0\n");
  CHECK(search_corpus({"fery", "--format", "ids"}).out.empty());
}
