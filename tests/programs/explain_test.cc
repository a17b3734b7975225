// backfile-search --explain and --explain-hit, as users call them, on our own archive.
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/support/program.h"

using namespace backfile;

namespace {

Finished call(std::vector<std::string> arguments) {
  return search_in(corpus_index(), std::move(arguments));
}

Json explained(std::vector<std::string> arguments) {
  arguments.emplace_back("--explain");
  return answer_to(corpus_index(), std::move(arguments));
}

std::string count(const std::string& query) { return call({query, "--count"}).out; }

double sum_of_scores(const Json& node) {
  double sum = node.value("score", 0.0);
  for (const Json& child : node.value("children", Json::array())) sum += sum_of_scores(child);
  return sum;
}

}  // namespace

TEST_CASE("Option --explain counts each word as --count does") {
  const Json explanation = explained({"ferry harbour goats -council"});
  CHECK(explanation.at("format_version") == 1);
  CHECK(explanation.at("tokens").size() == 5);
  const Json& words = explanation.at("tree").at("children");
  REQUIRE(words.size() == 4);
  for (const Json& node : words) {
    const Json& word = node.at("kind") == "not" ? node.at("children").at(0) : node;
    const std::string form = word.at("words").at(0).at("form");
    CHECK(std::to_string(word.at("articles").get<int>()) + "\n" == count(form));
  }
  CHECK(std::to_string(explanation.at("total").get<int>()) + "\n" ==
        count("ferry harbour goats -council"));
}

TEST_CASE("Option --explain gives places in characters") {
  const Json explanation = explained({"café ferry"});
  CHECK(explanation.at("tokens").at(1).at("position") == 5);
  CHECK(explanation.at("tree").at("children").at(1).at("position") == 5);
  CHECK(explanation.at("tree").at("children").at(1).at("length") == 5);
}

TEST_CASE("Option --explain takes filters and --match into account") {
  CHECK(explained({"ferry", "--outlet", "Harbour Gazette"}).at("total") ==
        answer_to(corpus_index(), {"ferry", "--outlet", "Harbour Gazette"}).at("total"));
  CHECK(explained({"ferry goats", "--match", "any"}).at("tree").at("articles") ==
        explained({"ferry OR goats"}).at("total"));
}

TEST_CASE("Option --explain as text names tokens, tree and Xapian's query") {
  const Finished found = call({"ferr* harbour", "--explain"});
  CHECK(found.status == 0);
  for (const char* part : {"Position  Token", "Articles  Tree", "pattern ferr*", "ferry 15",
                           "word harbour", "Xapian's query"}) {
    INFO(part);
    CHECK(found.out.find(part) != std::string::npos);
  }
  CHECK(call({"zebra", "--explain"}).status == 1);
}

TEST_CASE("Option --explain-hit tells score and rank, as the answer has them") {
  const Json hits = answer_to(corpus_index(), {"ferry OR (the harbour)"}).at("hits");
  int rank = 0;
  for (const Json& hit : hits) {
    const Json explanation = answer_to(corpus_index(), {"ferry OR (the harbour)", "--explain-hit",
                                                        hit.at("id").get<std::string>()});
    CHECK(explanation.at("id") == hit.at("id"));
    CHECK(explanation.at("matches") == true);
    CHECK(explanation.at("rank") == ++rank);
    CHECK(explanation.at("score").get<double>() == Approx(hit.at("score").get<double>()));
    CHECK(sum_of_scores(explanation.at("tree")) == Approx(hit.at("score").get<double>()));
  }
  CHECK(rank == 10);
}

TEST_CASE("Option --explain-hit marks in the tree what holds") {
  const std::string id = ids_of(corpus_index(), {"ferry -zebra"}).front();
  const Finished found = call({"ferry OR zebra", "--explain-hit", id});
  CHECK(found.status == 0);
  CHECK(found.out.find("✓    word ferry") != std::string::npos);
  CHECK(found.out.find("✗    word zebra") != std::string::npos);
  CHECK(call({"zebra", "--explain-hit", id}).status == 1);
}

TEST_CASE("Option --explain-hit of an unknown id is the error that --show gives") {
  const Finished explained = call({"ferry", "--explain-hit", "nobody"});
  const Finished shown = call({"--show", "nobody"});
  CHECK(explained.status == 2);
  CHECK(explained.err == shown.err);
  const Finished json = call({"ferry", "--explain-hit", "nobody", "--format", "json"});
  CHECK(json.json().at("error").at("message") == "no article has the id nobody");
}

TEST_CASE("Option --explain without operators has words only") {
  const Json explanation = explained({"ferry AND (council", "--literal"});
  CHECK(explanation.at("tokens").size() == 3);
  for (const Json& token : explanation.at("tokens")) CHECK(token.at("kind") == "word");
  CHECK(explanation.at("tree").at("children").size() == 3);
  CHECK(explanation.at("total") ==
        answer_to(corpus_index(), {"ferry AND (council", "--literal"}).at("total"));
}

TEST_CASE("Explanations are text or JSON, of some query") {
  CHECK(call({"ferry", "--explain", "--format", "ids"}).status == 2);
  CHECK(call({"--explain"}).status == 2);
  CHECK(call({"(ferry", "--explain"}).status == 2);
  CHECK(call({"ferry", "--explain", "--like", "nobody"}).status == 2);
}
