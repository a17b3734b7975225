// Lines that come back in many articles of one outlet.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;
using Texts = std::vector<std::string>;

namespace {

const std::string tail =
    "\n\nFoghorn digital membership\n\n  • Policy and harbour analysis\n  • Leadership advice\n\n"
    "From 15 crowns / month\n";

/// Bare texts with the same advertisement behind them; the last is about what it advertises.
const std::vector<std::pair<std::string, std::string>> siblings{
    {"bridge.txt", "Bridge closed for a week\n\nThe old bridge of Ostrey is closed for a week."},
    {"goats.txt", "Goats return to the hill\n\nThirty goats were seen on the hill on Monday."},
    {"rain.txt", "Rain\n\nIt rained."},
    {"tower.txt", "Tower gets a new clock\n\nThe tower of Westrey gets a clock from the council."},
    {"union.txt",
     "Fishers' union grows\n\nThe union of the fishers has more members than ever. Its membership "
     "rose by a third, and so did the fees, to the surprise of its treasurer."}};

void write_siblings(const TemporaryDirectory& temporary, const Texts& names) {
  for (const auto& [name, text] : siblings) {
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      temporary.write("archive/" + name, text + tail);
    }
  }
}

const Texts all_names{"bridge.txt", "goats.txt", "rain.txt", "tower.txt", "union.txt"};

void check_index(const std::string& db) {
  const Json found = answer_to(db, {"membership"});
  REQUIRE(found.at("total") == siblings.size());
  const Json& hits = found.at("hits");
  CHECK(hits[0].at("id") == "union.txt");
  const std::string snippet = hits[0].at("snippet").at("text");
  CHECK(snippet.find("Its membership rose") != std::string::npos);
  CHECK(snippet.find("Foghorn") == std::string::npos);
  CHECK(hits[0].at("score") > 0);
  for (std::size_t i = 1; i < siblings.size(); ++i) {
    CHECK(hits[i].at("score") == 0);
    CHECK(hits[i].at("snippet").at("text").get<std::string>().find("digital membership") !=
          std::string::npos);
  }
  CHECK(search_in(db, {"--show", "rain.txt"}).out.find("Leadership advice") != std::string::npos);
  CHECK(search_in(db, {"\"leadership advice\"", "--count"}).out == "5\n");
}

std::string bell(int number) {
  const std::string id = std::to_string(number);
  return Json{{"id", "bell-" + id},
              {"title", "Number " + id},
              {"outlet", "Westrey Bell"},
              {"body", "The clock struck " + id + " times, as everybody in town could hear."}}
             .dump() +
         "\n";
}

}  // namespace

TEST_CASE("what siblings repeat counts for nothing, and is found and shown all the same") {
  const TemporaryDirectory temporary;
  write_siblings(temporary, all_names);
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", temporary.path("archive")}).status == 0);
  check_index(db);
}

TEST_CASE("in whatever order the siblings come, day by day") {
  Texts order = all_names;
  for (int turn = 0; turn < 5; ++turn) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    const TemporaryDirectory temporary;
    const std::string db = temporary.path("db");
    for (const std::string& name : order) {
      write_siblings(temporary, {name});
      REQUIRE(index_with(db, {"--quiet", temporary.path("archive")}).status == 0);
    }
    check_index(db);
  }
}

TEST_CASE("an addition to a large index puts its older siblings right") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  std::string others;
  for (int number = 0; number < 200; ++number) others += bell(number);
  temporary.write("others.jsonl", others);
  write_siblings(temporary, {"bridge.txt", "union.txt"});
  REQUIRE(index_with(db, {"--quiet", temporary.path("others.jsonl"), temporary.path("archive")})
              .status == 0);
  CHECK(answer_to(db, {"digital", "membership"}).at("hits")[1].at("score") > 0);
  write_siblings(temporary, {"goats.txt", "rain.txt", "tower.txt"});
  REQUIRE(index_with(db, {"--quiet", temporary.path("archive")}).status == 0);
  check_index(db);
}

TEST_CASE("the number of threads makes no difference") {
  const TemporaryDirectory temporary;
  std::string lines;
  for (int number = 0; number < 3000; ++number) {
    Json article = Json::parse(bell(number));
    article["outlet"] = "Outlet " + std::to_string(number % 7);
    article["body"] = article["body"].get<std::string>() + std::string(400, '.') +
                      "\nSign up to outlet " + std::to_string(number % 7) + "!";
    lines += article.dump() + "\n";
  }
  temporary.write("articles.jsonl", lines);
  Texts answers;
  for (const char* jobs : {"1", "4"}) {
    const std::string db = temporary.path(jobs);
    REQUIRE(index_with(db, {"--quiet", "--jobs", jobs, temporary.path("articles.jsonl")}).status ==
            0);
    Json found = answer_to(db, {"sign OR clock OR 1700", "-n", "all"});
    for (const char* each : {"seconds", "index"}) found.erase(each);
    answers.push_back(found.dump());
    CHECK(answer_to(db, {"sign", "up"}).at("hits")[0].at("score") == 0);
  }
  CHECK(answers[0] == answers[1]);
}

TEST_CASE("words of boilerplate are not what articles have in common") {
  const TemporaryDirectory temporary;
  write_siblings(temporary, all_names);
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", temporary.path("archive")}).status == 0);
  CHECK(search_in(db, {"--like", "rain.txt"}).out.find("goats.txt") == std::string::npos);
  const Json words = answer_to(db, {"*", "--words", "20"}).at("words");
  for (const Json& word : words) {
    CHECK(word.at("word") != "leadership");
  }
}
