// What --format json writes is what docs/search-answer.schema.json says, whatever is asked for.
#include <catch2/catch.hpp>

#include "tests/support/search_corpus.h"

using namespace backfile;

namespace {

/// What is wrong with these documents: a line each.
std::string errors_in(const std::vector<Json>& documents) {
  Call call{{BACKFILE_SOURCE_DIR "/tests/support/validate.py",
             BACKFILE_SOURCE_DIR "/docs/search-answer.schema.json"}};
  for (const Json& document : documents) call.input += document.dump() + "\n";
  const Finished checked = run("/usr/bin/python3", call);
  CHECK(checked.status == 0);
  return checked.out + checked.err;
}

const std::vector<std::vector<std::string>> requests{
    {"*", "-n", "all"},
    {"bridge", "-n", "2"},
    {"bridge", "--sort", "newest", "-n", "2"},
    {"bridge", "-n", "0"},
    {"goats", "--facets", "--words", "3"},
    {"*", "-n", "0", "--facet", "outlet/topic:3", "--facet", "author:all", "--facet", "section",
     "--facet", "language", "--ratio"},
    {"*", "--facet", "date", "--interval", "month"},
    {"bridge", "--interval", "auto"},
    {"bridge", "--interval", "week", "--ratio"},
    {"bridge", "--timeline", "outlet:2", "--ratio"},
    {"bridge", "--compare", "goats", "--compare", "nothingofthekind"},
    {"qqqqqq", "--interval", "year", "--compare", "goats"},
    {"*", "--near-duplicates", "fold", "-n", "all", "--facets"},
    {"--like", "https://lantern.example/2019/03/14/space-signal-traced-to-goats"},
    {"*", "--fields", "date,outlet,title,snippet"},
    {"*", "--fields", "summary,body", "-n", "all"},
    {"teliscope"},
    {"harbor oysters"},
    {"qqqqqq", "--words", "3", "--facets"},
    {"bridge", "--outlet", "nobody"},
    {"--show", "hg-15377"},
    {"--show", "hg-15377", "goats"},
    {"--show", "hg-15377", "--fields", "title"},
    {"titel:x"},
    {"(bridge"},
    {"bridge", "--after", "x"},
    {"--show", "nothing"}};

}  // namespace

TEST_CASE("Answers of all kinds are as the schema says") {
  std::vector<Json> documents;
  for (const std::vector<std::string>& request : requests) documents.push_back(answer(request));
  documents.push_back(
      answer({"bridge", "-n", "2", "--after", answer({"bridge", "-n", "2"}).at("next")}));
  Call list;
  list.input = "goats\ngoats OR\n\nqqqqqq\n";
  documents.push_back(search_in(corpus_index(), {"--batch", "-", "--format", "json"}, list).json());
  CHECK(errors_in(documents) == "");
}

TEST_CASE("The check against the schema sees what is wrong") {
  Json document = answer({"bridge", "--facets"});
  Json wrong = document;
  wrong["new_key"] = 1;
  CHECK_FALSE(errors_in({wrong}).empty());
  wrong = document;
  wrong["hits"][0]["new_key"] = 1;
  CHECK_FALSE(errors_in({wrong}).empty());
  wrong = document;
  wrong["hits"][0]["title"] = "";
  CHECK_FALSE(errors_in({wrong}).empty());
  wrong = document;
  wrong["facets"]["outlet"]["values"][0]["count"] = "3";
  CHECK_FALSE(errors_in({wrong}).empty());
  wrong = document;
  wrong.erase("total");
  CHECK_FALSE(errors_in({wrong}).empty());
}
