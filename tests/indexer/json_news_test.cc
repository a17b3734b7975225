// JSON Feed and ninjs.
#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/json.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

std::string reason(std::string_view json) {
  const Collected found = read_with(read_json, json);
  CHECK(found.articles.empty());
  return found.failures.size() == 1 ? found.failures[0].reason : "not one failure";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON Feed: the items are articles of the feed") {
  const Collected found = read_with(
      read_json, R"({"version": "https://jsonfeed.org/version/1.1", "title": "The Feed", "items": [
        {"id": "1", "url": "https://example.org/1", "title": "One", "content_html": "<p>A.</p><p>B.</p>",
         "summary": "S", "date_published": "2021-02-09T08:30:00Z", "authors": [{"name": "Ann Lee"}],
         "tags": ["x", "y"], "language": "en"},
        {"id": "2", "content_text": "Just text"}]})");
  REQUIRE(found.articles.size() == 2);
  const Article& one = found.articles[0];
  CHECK(one.title == "One");
  CHECK(one.outlet == "The Feed");
  CHECK(one.body == "A.\nB.");
  CHECK(one.authors == Names{"Ann Lee"});
  CHECK(one.published_text == "2021-02-09T08:30:00Z");
  CHECK(one.topics == Names{"x", "y"});
  CHECK(found.articles[1].body == "Just text");
  CHECK(found.articles[1].own_id == "2");
}

TEST_CASE("ninjs 1: fields with suffixes") {
  const Collected found = read_with(read_json, R"({"uri": "urn:1", "type": "text",
      "versioncreated": "2013-07-09T10:37:00Z", "byline": "Ann Lee and Bo Ek", "headline": "H",
      "body_xhtml": "<p>A.</p>", "subject": [{"name": "Ships"}], "copyrightholder": "AP"})");
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].authors == Names{"Ann Lee", "Bo Ek"});
  CHECK(found.articles[0].topics == Names{"Ships"});
  CHECK(found.articles[0].outlet == "AP");
  CHECK(found.articles[0].own_id == "urn:1");
}

TEST_CASE("ninjs 2 and 3: of several forms of one text one is read") {
  const Collected found = read_with(read_json, R"({"uri": "urn:2", "type": "text",
      "versionCreated": "2013-07-09T10:37:00Z", "by": "Von Ann Lee, dpa",
      "headlines": [{"role": "main", "value": "H"}],
      "descriptions": [{"role": "creditline", "value": "AP"}, {"role": "lead", "value": "Lead"}],
      "bodies": [{"role": "text", "contenttype": "text/plain", "value": "A. B."},
                 {"role": "nitf", "contenttype": "application/xml", "value": "<nitf/>"},
                 {"role": "html", "contentType": "text/html", "value": "<p>A.</p><p>B.</p>"}]})");
  REQUIRE(found.articles.size() == 1);
  CHECK(found.articles[0].title == "H");
  CHECK(found.articles[0].summary == "Lead");
  CHECK(found.articles[0].body == "A.\nB.");
  CHECK(found.articles[0].authors == Names{"Ann Lee"});
}

TEST_CASE("what is no article says what it is") {
  CHECK(reason(R"({"uri": "u", "type": "picture", "versioncreated": "x", "headline": "H"})") ==
        "a picture, not an article");
  CHECK(reason(R"({"uri": "u", "type": "text", "pubStatus": "canceled", "headline": "H"})") ==
        "withdrawn by its provider");
  CHECK(reason(R"({"uri": "u", "title": "Match", "eventDetails": {}})") ==
        "an event, not an article");
  CHECK(reason(R"({"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                   "title": "T"})") == "a JSON Schema, not an article");
}

TEST_CASE("a picture's story by another name is an article") {
  const Collected found =
      read_with(read_json, R"({"type": "picture", "title": "T", "body": "Text"})");
  CHECK(found.articles.size() == 1);
}
