#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "common/text/utf8.h"
#include "searcher/output/output.h"
#include "tests/support/written.h"

using namespace backfile;
using nlohmann::json;

namespace {

json parsed(const Answer& answer) { return json::parse(written(answer, OutputFormat::json)); }

Hit full_hit() {
  Hit hit;
  hit.article.id = "https://example.org/1";
  hit.article.url = hit.article.id;
  hit.article.title = "議会 agrees";
  hit.article.authors = {"Fiona Simpson"};
  hit.article.outlet = "BBC News";
  hit.article.section = "Politics";
  hit.article.published = Date::from_iso("2021-02-09");
  hit.article.language = "en";
  hit.article.topics = {"education", "children"};
  hit.article.source = {"a.jsonl", "", 3};
  hit.title_matches = {{7, 6}};
  hit.score = 7.5;
  hit.snippet = {"é 議会 said", {{0, 2}, {3, 6}, {10, 4}}};
  return hit;
}

Answer one_hit() {
  Answer answer;
  answer.query = "議会";
  answer.total = 123;
  answer.offset = 20;
  answer.hits = {full_hit()};
  return answer;
}

}  // namespace

TEST_CASE("An answer has the keys that docs/search-answer.md promises") {
  const json expected = json::parse(R"({
    "format_version": 1, "query": "議会", "total": 123, "offset": 20,
    "hits": [{"id": "https://example.org/1", "title": "議会 agrees", "authors": ["Fiona Simpson"],
      "outlet": "BBC News", "section": "Politics", "published": "2021-02-09", "language": "en",
      "topics": ["education", "children"], "url": "https://example.org/1", "source": "a.jsonl#3",
      "score": 7.5, "title_matches": [[3, 6]],
      "snippet": {"text": "é 議会 said", "matches": [[0, 1], [2, 2], [5, 4]]}}]})");
  CHECK(parsed(one_hit()) == expected);
}

TEST_CASE("Facets are keyed by their field, notes are listed") {
  Answer answer;
  answer.facets = {{FieldId::outlet, {{"BBC News", 12}, {"A \"B\"", 1}}, 3, 57},
                   {FieldId::date, {}, 0, 0}};
  answer.notes = {"one", "two"};
  CHECK(parsed(answer)["facets"] == json::parse(R"({
    "outlet": {"values": [{"value": "BBC News", "count": 12}, {"value": "A \"B\"", "count": 1}],
               "missing": 3, "distinct": 57},
    "date": {"values": [], "missing": 0, "distinct": 0}})"));
  CHECK(parsed(answer)["notes"] == json({"one", "two"}));
}

TEST_CASE("No match is a valid answer") {
  const json expected =
      json::parse(R"({"format_version": 1, "query": "", "total": 0, "offset": 0, "hits": []})");
  CHECK(parsed({}) == expected);
}

TEST_CASE("What is unknown is left out") {
  Answer answer;
  answer.hits.emplace_back();
  answer.hits[0].article.id = "x";
  answer.hits[0].score = std::numeric_limits<double>::quiet_NaN();
  const json hit = parsed(answer)["hits"][0];
  CHECK(hit == json({{"id", "x"}}));
}

TEST_CASE("Ill-formed text is replaced, and matches count it as it is shown") {
  Answer answer;
  answer.hits = {full_hit()};
  answer.hits[0].snippet = {"\xff\xe4\xb8 word", {{4, 4}}};
  const json snippet = parsed(answer)["hits"][0]["snippet"];
  CHECK(snippet["text"] == "\uFFFD\uFFFD word");
  CHECK(snippet["matches"] == json::parse("[[3, 4]]"));
}

TEST_CASE("Matches that lie outside their text do no harm") {
  Answer answer;
  answer.hits = {full_hit()};
  answer.hits[0].snippet = {"word", {{2, 99}, {50, 1}}};
  CHECK(parsed(answer)["hits"][0]["snippet"]["matches"] == json::parse("[[2, 2]]"));
}

TEST_CASE("Whole articles have their text") {
  Hit article = full_hit();
  article.article.summary = "In short";
  article.article.body = "One\nTwo";
  article.body_matches = {{4, 3}};
  Layout layout;
  layout.format = OutputFormat::json;
  const json document = json::parse(shown({article}, layout));
  CHECK(document["format_version"] == 1);
  CHECK(document["articles"].size() == 1);
  CHECK(document["articles"][0]["summary"] == "In short");
  CHECK(document["articles"][0]["body"] == "One\nTwo");
  CHECK(document["articles"][0]["body_matches"] == json::parse("[[4, 3]]"));
  CHECK_FALSE(document["articles"][0].contains("score"));
  CHECK(json::parse(shown({}, layout))["articles"].empty());
}

TEST_CASE("Ids stand one a line") {
  Answer answer;
  answer.hits = {full_hit(), full_hit()};
  answer.hits[1].article.id = "file\nname\x1b[31m";
  CHECK(written(answer, OutputFormat::ids) == "https://example.org/1\nfile name[31m\n");
  CHECK(written({}, OutputFormat::ids).empty());
}

TEST_CASE("Any bytes come back from JSON as they were, or replaced") {
  CHECK(rc::check("round trip", [] {
    const auto text = *rc::gen::arbitrary<std::string>();
    Answer answer;
    answer.query = text;
    answer.hits = {full_hit()};
    answer.hits[0].article.title = "t" + text;
    answer.hits[0].snippet = {"s" + text, {{0, text.size() / 2}}};
    answer.facets = {{FieldId::topic, {{text, 1}}, 0, 1}};
    answer.notes = {text};
    const std::string document = written(answer, OutputFormat::json);
    RC_ASSERT(is_utf8(document));
    const json read = json::parse(document);
    RC_ASSERT(read["query"] == to_valid_utf8(text));
    RC_ASSERT(read["hits"][0]["title"] == to_valid_utf8("t" + text));
    RC_ASSERT(read["hits"][0]["snippet"]["text"] == to_valid_utf8("s" + text));
    RC_ASSERT(read["facets"]["topic"]["values"][0]["value"] == to_valid_utf8(text));
    RC_ASSERT(read["notes"][0] == to_valid_utf8(text));
  }));
}
