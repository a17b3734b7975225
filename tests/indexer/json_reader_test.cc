#include "indexer/readers/json.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/collected.h"

using namespace backfile;

namespace {

Collected read(std::string_view bytes, const FieldMap& map = {}) {
  return read_with(read_json, bytes, map);
}

Article read_one(std::string_view bytes, const FieldMap& map = {}) {
  Collected found = read(bytes, map);
  CHECK(found.failures.empty());
  REQUIRE(found.articles.size() == 1);
  return found.articles[0];
}

std::vector<std::string> titles(const Collected& found) {
  std::vector<std::string> all;
  for (const Article& article : found.articles) all.push_back(article.title);
  return all;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an object is an article, its usual keys are the fields") {
  const Article article = read_one(R"({"headline": "A title", "maintext": "One.\n\nTwo.",
      "publisher": "The Herald", "pubDate": "2021-02-09", "byline": "By Ann Lee", "keywords": "a, b",
      "section": "News", "link": "https://example.org/1", "guid": 17, "lang": "en",
      "standfirst": "In short"})");
  CHECK(article.title == "A title");
  CHECK(article.body == "One.\nTwo.");
  CHECK(article.outlet == "The Herald");
  CHECK(article.published_text == "2021-02-09");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.topics == Names{"a", "b"});
  CHECK(article.section == "News");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.own_id == "17");
  CHECK(article.language == "en");
  CHECK(article.summary == "In short");
  CHECK(article.source.record == 0);
}

TEST_CASE("keys are known in any spelling, and found_by says which it was") {
  for (const char* key : {"datePublished", "date_published", "DATE-PUBLISHED", "date published",
                          "publishedAt", "published_at", "article:published_time"}) {
    CAPTURE(key);
    const Article article = read_one(R"({"title": "x", ")" + std::string(key) + R"(": "2021"})");
    CHECK(article.published_text == "2021");
    CHECK(article.found_by.back().method == "json:" + std::string(key));
  }
}

TEST_CASE("values that are objects give their names") {
  const Article article = read_one(R"({"title": {"rendered": "WordPress"},
      "content": {"rendered": "<p>One &amp; two</p>\n<p>Three</p>"},
      "source": {"id": "bbc-news", "name": "BBC News"}, "author": {"name": "Ann Lee", "id": 3},
      "categories": [{"name": "World"}, {"name": "Africa"}]})");
  CHECK(article.title == "WordPress");
  CHECK(article.body == "One & two\nThree");
  CHECK(article.outlet == "BBC News");
  CHECK(article.authors == Names{"Ann Lee"});
  CHECK(article.topics == Names{"World", "Africa"});
}

TEST_CASE("a wrapped article is unwrapped") {
  CHECK(read_one(R"({"_source": {"title": "x", "text": "y"}, "_score": 1})").body == "y");
  CHECK(read_one(R"({"article": {"title": "x", "body": "y"}})").title == "x");
}

TEST_CASE("the longest of several bodies is the article, unless one is the original") {
  CHECK(read_one(R"({"text": "Short.", "body": "The whole long article."})").body ==
        "The whole long article.");
  CHECK(
      read_one(R"({"content": "the original in lower case words", "content_original": "Original"})")
          .body == "Original");
  CHECK(read_one(R"({"body": ["One.", "Two."]})").body == "One.\nTwo.");
}

TEST_CASE("authors in all their forms") {
  const auto authors = [](std::string_view value) {
    return read_one(R"({"title": "x", "authors": )" + std::string(value) + "}").authors;
  };
  CHECK(authors(R"("Jim Meyers, John Bachman")") == Names{"Jim Meyers", "John Bachman"});
  CHECK(authors(R"("By Jim Meyers and John Bachman")") == Names{"Jim Meyers", "John Bachman"});
  CHECK(authors(R"(["By Jim Meyers", "Smith, John", ""])") == Names{"Jim Meyers", "Smith, John"});
  CHECK(authors(R"([{"name": "Jim Meyers"}, {"name": "Ann Lee"}])") ==
        Names{"Jim Meyers", "Ann Lee"});
  CHECK(authors(R"("Jim Meyers, jim  meyers")") == Names{"Jim Meyers"});
  CHECK(authors(R"("Martin King, Jr., Ann Lee")") == Names{"Martin King, Jr.", "Ann Lee"});
  CHECK(authors(R"("\"Martin OMalley\"")") == Names{"Martin OMalley"});
  CHECK(authors(R"("Smith, John")") == Names{"Smith, John"});
  CHECK(authors("null").empty());
}

TEST_CASE("of a key that comes twice the first that is not empty counts") {
  CHECK(read_one(R"({"title": "", "title": "second", "title": "third"})").title == "second");
}

TEST_CASE("The user's map decides before the names do") {
  FieldMap map;
  map.add("title=meta.head");
  map.add("date=when.printed");
  map.add("topic=labels");
  const Article article = read_one(
      R"({"title": "wrong", "meta": {"head": "right"}, "when": {"printed": "2021"}, "topic": "no",
          "labels": ["a", "b"], "body": "text"})",
      map);
  CHECK(article.title == "right");
  CHECK(article.published_text == "2021");
  CHECK(article.topics == Names{"a", "b"});
  CHECK(article.body == "text");
  CHECK(read_one(R"({"title": "ours"})", map).title == "ours");
}

TEST_CASE("an array holds articles, numbered from 1") {
  const Collected found = read(R"([{"title": "a"}, {"title": "b"}])");
  CHECK(titles(found) == Names{"a", "b"});
  CHECK(found.articles[0].source.record == 1);
  CHECK(found.articles[1].source.record == 2);
}

TEST_CASE("objects one after the other are articles too") {
  CHECK(titles(read("{\"title\": \"a\"}\n{\n\"title\": \"b\"\n}")) == Names{"a", "b"});
}

TEST_CASE("an object that holds a list of articles") {
  const Collected found = read(R"({"status": "ok", "articles": [{"title": "a"}, {"title": "b"}]})");
  CHECK(titles(found) == Names{"a", "b"});
  CHECK(found.articles[1].source.record == 2);
  CHECK(titles(read(R"({"response": {"docs": [{"title": "a"}]}})")) == Names{"a"});
  CHECK(titles(read(R"({"hits": {"hits": [{"_source": {"title": "a"}}]}})")) == Names{"a"});
}

TEST_CASE("an object that is no article is passed over with its keys named") {
  const Collected found = read(R"({"name": "backfile", "version": 1})");
  CHECK(found.articles.empty());
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].skipped);
  CHECK(found.failures[0].reason == "neither headline nor text; its keys are name, version");
}

TEST_CASE("a bad element does not lose the others") {
  const Collected found =
      read("[{\"title\": \"a\"}, {\"title\": nope}, 17, [], {\"title\": \"c\"}]");
  CHECK(titles(found) == Names{"a", "c"});
  REQUIRE(found.failures.size() == 3);
  CHECK(found.failures[0].source.record == 2);
  CHECK(found.failures[0].position == 17);
  CHECK_FALSE(found.failures[0].skipped);
  CHECK(found.failures[1].skipped);
}

TEST_CASE("a string that is not closed loses one element: on one line") {
  const Collected found = read(R"([{"title": "a}, {"title": "b"}, {"title": "c"}])");
  CHECK(titles(found) == Names{"b", "c"});
  CHECK(found.failures.size() == 1);
}

TEST_CASE("a bracket that is not closed loses one element: on lines") {
  const Collected found = read(
      "[\n  {\n    \"title\": \"a\",\n    \"more\": {\n    \"x\": 1\n  },\n"
      "  {\n    \"title\": \"b\"\n  },\n  {\n    \"title\": \"c\"\n  }\n]");
  CHECK(titles(found) == Names{"b", "c"});
}

TEST_CASE("a file that was cut off keeps what is whole") {
  const Collected found = read("[{\"title\": \"a\"},\n{\"title\": \"b\"},\n{\"title\": \"c");
  CHECK(titles(found) == Names{"a", "b"});
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "not JSON: it ends in the middle");
  CHECK(found.failures[0].position == 33);
}

TEST_CASE("a file full of broken elements comes to an end") {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += "{\"\n";
  const Collected found = read(bytes);
  CHECK(found.articles.empty());
  CHECK(found.failures.back().reason.find("the rest was not read") != std::string::npos);
}

TEST_CASE("mistakes of writers are put right") {
  CHECK(read_one("\xEF\xBB\xBF{\"title\": \"byte order mark\"}").title == "byte order mark");
  CHECK(read_one("{\"title\": \"caf\xE9\"}").title == "caf\xEF\xBF\xBD");
  CHECK(read_one("{\"title\": \"x\", \"views\": NaN, \"y\": -Infinity}").title == "x");
  CHECK(read_one("{\"title\": \"x\", \"id\": 123456789012345678901234567890}").own_id ==
        "123456789012345678901234567890");
  CHECK(read_one("{\"title\": \"x\",}").title == "x");
  CHECK(read_one("{\"title\": None, \"body\": \"x\", \"ok\": True}").body == "x");
  CHECK(read_one("{\"body\": \"raw\nline\tend\"}").body == "raw\nline\tend");
  CHECK(read_one(R"({"title": "a lone \ud83d surrogate"})").title == "a lone \uFFFD surrogate");
  CHECK(read_one(R"({"title": "a pair \ud83d\ude00", "x": "\'"})").title == "a pair 😀");
}

TEST_CASE("control characters go, line ends and tabs stay") {
  CHECK(read_one(R"({"body": "a\u0000b\u0007c\r\nd\te\u2028f"})").body == "abc\nd\te\nf");
  CHECK(read_one(R"({"title": "two\nlines", "body": "it\u0092s"})").body == "it’s");
  CHECK(read_one(R"({"title": "two\n lines"})").title == "two lines");
}

TEST_CASE("what follows the article is reported, and nothing is lost") {
  const Collected found = read("{\"title\": \"a\"} garbage, 17");
  CHECK(titles(found) == Names{"a"});
  CHECK(found.articles[0].source.record == 0);
  CHECK(found.failures.size() == 1);
}

TEST_CASE("nesting of 10,000 levels beside an article does not hurt it") {
  const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
  CHECK(read_one("{\"x\": " + deep + ", \"title\": \"a\"}").title == "a");
  std::string objects;
  for (int i = 0; i < 10'000; ++i) objects += "{\"a\":";
  CHECK(read_one("{\"x\": " + objects + "1" + std::string(10'000, '}') + ", \"title\": \"a\"}")
            .title == "a");
}

TEST_CASE("nesting beyond all measure is a failure, and the others are read") {
  const std::string deep = std::string(300'000, '[') + std::string(300'000, ']');
  const Collected found = read("[{\"x\": " + deep + "}, {\"title\": \"b\"}]");
  CHECK(titles(found) == Names{"b"});
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].reason == "not JSON: nested too deeply");
}

TEST_CASE("UTF-16 with a byte order mark is read") {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("{\"title\": \"wide\"}")) bytes += {c, '\0'};
  CHECK(read_one(bytes).title == "wide");
}

TEST_CASE("lists without end do not take forever") {
  std::string commas;
  std::string tags;
  for (int i = 0; i < 200'000; ++i) {
    commas += "Name " + std::to_string(i) + ", ";
    tags += "\"" + std::to_string(i) + "\",";
  }
  const Article article =
      read_one(R"({"title": "x", "author": ")" + commas + R"(", "tags": [)" + tags + "]}");
  CHECK(article.authors.size() <= 200);
  CHECK(article.topics.size() == 200);
}
