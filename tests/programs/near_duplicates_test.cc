// Articles that tell one story in nearly the same words.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <map>

#include "common/field.h"
#include "common/index/stored_article.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

std::string words(const std::string& stem, int first, int last) {
  std::string text;
  for (int word = first; word < last; ++word) {
    text += stem + std::to_string(word) + (word % 20 == 19 ? ".\n" : " ");
  }
  return text;
}

std::string line(const std::string& id, const std::string& outlet, const std::string& body) {
  return Json{{"id", id}, {"title", "About " + id}, {"outlet", outlet}, {"body", body}}.dump() +
         "\n";
}

/// Three stories, of which two were copied with the edits that wires undergo.
const std::vector<std::string> articles{
    line("storm", "Ostrey Foghorn", words("storm", 0, 200)),
    line("vote", "Ostrey Foghorn", words("vote", 0, 200)),
    line("storm-cut", "Westrey Bell", words("storm", 0, 120)),
    line("storm-local", "Bay Post",
         "BAY (Wire) - " + words("storm", 0, 100) + words("local", 0, 40) +
             words("storm", 100, 200)),
    line("vote-quotes", "Bay Post",
         words("vote", 0, 60) + words("quote", 0, 30) + words("vote", 90, 200)),
    line("storm-desk", "Hill Times", words("desk", 0, 170) + words("storm", 0, 30))};

/// Which articles have one story: the id of each with that of the first.
std::map<std::string, std::string> stories_in(const std::string& db) {
  const Xapian::Database index(db);
  std::map<std::string, std::string> first;
  std::map<std::string, std::string> stories;
  for (Xapian::docid number = 1; number <= index.get_lastdocid(); ++number) {
    const Xapian::Document document = index.get_document(number);
    const std::string id = stored_article(document.get_data(), WithBody::no).id;
    const std::string story = document.get_value(story_slot);
    CHECK_FALSE(story.empty());
    stories[id] = first.try_emplace(story, id).first->second;
  }
  return stories;
}

const std::map<std::string, std::string> expected{
    {"storm", "storm"},       {"vote", "vote"},        {"storm-cut", "storm"},
    {"storm-local", "storm"}, {"vote-quotes", "vote"}, {"storm-desk", "storm-desk"}};

}  // namespace

TEST_CASE("copies with edits are found, another desk's story is not one") {
  const TemporaryDirectory temporary;
  std::string all;
  for (const std::string& article : articles) all += article;
  temporary.write("articles.jsonl", all);
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", temporary.path("articles.jsonl")}).status == 0);
  CHECK(stories_in(db) == expected);
}

TEST_CASE("copies of articles of earlier runs, too") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  for (std::size_t number = 0; number < articles.size(); ++number) {
    const std::string name = std::to_string(number) + ".jsonl";
    temporary.write(name, articles[number]);
    REQUIRE(index_with(db, {"--quiet", temporary.path(name)}).status == 0);
  }
  CHECK(stories_in(db) == expected);
}

TEST_CASE("an outlet's boilerplate is nothing that stories have in common") {
  const TemporaryDirectory temporary;
  std::string all;
  for (int number = 0; number < 12; ++number) {
    const std::string name = "s" + std::to_string(number) + "x";
    all += line(name, "Westrey Bell", words(name, 0, 120) + words("ad", 0, 110));
  }
  temporary.write("articles.jsonl", all);
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", temporary.path("articles.jsonl")}).status == 0);
  for (const auto& [id, story] : stories_in(db)) CHECK(id == story);
}
