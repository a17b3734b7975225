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

namespace {

std::string dated(const std::string& id, const std::string& outlet, const std::string& date,
                  const std::string& body) {
  Json article = Json::parse(line(id, outlet, body));
  article["date"] = date;
  article["topics"] = {id == "storm" ? "weather" : "politics"};
  return article.dump() + "\n";
}

/// The copy of "storm" was indexed before it, and is younger.
std::string dated_index(const TemporaryDirectory& temporary) {
  temporary.write(
      "dated.jsonl",
      dated("storm-cut", "Westrey Bell", "2021-03-02", words("storm", 0, 120) + "ferry") +
          dated("storm", "Ostrey Foghorn", "2021-03-01", words("storm", 0, 200) + "ferry ferry") +
          dated("vote", "Ostrey Foghorn", "2021-04-01", words("vote", 0, 200) + "ferry") +
          line("storm-late", "Bay Post", words("storm", 0, 180) + "ferry"));
  const std::string db = temporary.path("dated");
  REQUIRE(index_with(db, {"--quiet", temporary.path("dated.jsonl")}).status == 0);
  return db;
}

std::vector<std::string> ids_in(const Json& list) {
  std::vector<std::string> ids;
  for (const Json& entry : list) ids.push_back(entry.at("id"));
  return ids;
}

}  // namespace

using Ids = std::vector<std::string>;

TEST_CASE("each story once, where it came first, with its copies") {
  const TemporaryDirectory temporary;
  const std::string db = dated_index(temporary);
  const Json all = answer_to(db, {"ferry", "--near-duplicates", "show"});
  CHECK(all.at("total") == 4);
  CHECK_FALSE(all.contains("articles"));
  const Json folded = answer_to(db, {"ferry", "--near-duplicates", "fold", "--sort", "oldest"});
  CHECK(folded.at("total") == 2);
  CHECK(folded.at("articles") == 4);
  CHECK(ids_in(folded.at("hits")) == Ids{"storm", "vote"});
  CHECK(ids_in(folded.at("hits")[0].at("copies")) == Ids{"storm", "storm-cut", "storm-late"});
  CHECK(folded.at("hits")[0].at("copies")[1].at("outlet") == "Westrey Bell");
  CHECK(folded.at("hits")[0].at("copies")[1].at("published") == "2021-03-02");
  CHECK_FALSE(folded.at("hits")[1].contains("copies"));
}

TEST_CASE("pages, facets and time lines count stories then") {
  const TemporaryDirectory temporary;
  const std::string db = dated_index(temporary);
  const Json second = answer_to(
      db, {"ferry", "--near-duplicates", "fold", "--sort", "newest", "-n", "1", "--offset", "1"});
  CHECK(ids_in(second.at("hits")) == Ids{"storm"});
  const Json counted = answer_to(db, {"ferry", "--near-duplicates", "fold", "--facet", "outlet",
                                      "--facet", "date", "--interval", "month"});
  const Json outlets = counted.at("facets").at("outlet");
  REQUIRE(outlets.at("values").size() == 1);
  CHECK(outlets.at("values")[0].at("value") == "Ostrey Foghorn");
  CHECK(outlets.at("values")[0].at("count") == 2);
  CHECK(counted.at("facets").at("date").at("missing") == 0);
  CHECK(search_in(db, {"ferry", "--near-duplicates", "fold", "--count"}).out == "2\n");
}

TEST_CASE("a story comes first where it is first among the matches") {
  const TemporaryDirectory temporary;
  const std::string db = dated_index(temporary);
  const Json bell = answer_to(db, {"ferry", "--outlet", "Westrey Bell|Bay Post",
                                   "--near-duplicates", "fold", "--facet", "outlet"});
  CHECK(ids_in(bell.at("hits")) == Ids{"storm-cut"});
  CHECK(ids_in(bell.at("hits")[0].at("copies")) == Ids{"storm-cut", "storm-late"});
}

TEST_CASE("people are told the copies") {
  const TemporaryDirectory temporary;
  const std::string db = dated_index(temporary);
  const std::string text =
      search_in(db, {"ferry", "--near-duplicates", "fold", "--sort", "oldest"}).out;
  CHECK(text.find("2 stories in 4 articles") != std::string::npos);
  CHECK(text.find("3 copies: Ostrey Foghorn, Westrey Bell, Bay Post") != std::string::npos);
  const std::string page =
      search_in(db, {"ferry", "--near-duplicates", "fold", "--format", "html"}).out;
  CHECK(page.find("3 copies: Ostrey Foghorn, Westrey Bell, Bay Post") != std::string::npos);
}
