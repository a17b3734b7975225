#include <catch2/catch.hpp>
#include <string>

#include "indexer/readers/json.h"
#include "tests/support/collected.h"

using namespace backfile;

namespace {

Collected read(std::string_view bytes) { return read_with(read_json_lines, bytes); }

}  // namespace

TEST_CASE("each line is an article, numbered from 1; blank lines do not count") {
  const Collected found = read("{\"title\": \"a\"}\r\n\n{\"title\": \"b\"}");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].source.record == 1);
  CHECK(found.articles[1].source.record == 2);
  CHECK(found.articles[1].title == "b");
  CHECK(found.articles[1].found_by[0].method == "jsonl:title");
}

TEST_CASE("a bad line loses only itself, and is named by its byte") {
  const Collected found =
      read("{\"title\": \"a\"}\n  {\"title\": \"b\nnot json\n{\"title\": \"d\"}\n");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[1].source.record == 4);
  REQUIRE(found.failures.size() == 2);
  CHECK(found.failures[0].position == 17);
  CHECK(found.failures[0].source.display() == "/archive/file#2");
  CHECK(found.failures[0].reason == "not JSON: a string is not closed");
  CHECK(found.failures[1].position == 30);
}

TEST_CASE("a line of 100 MB is one article like any other") {
  const std::string bytes = "{\"title\": \"a\"}\n{\"title\": \"long\", \"body\": \"" +
                            std::string(100'000'000, 'x') + "\"}\n{\"title\": \"c\"}\n";
  const Collected found = read(bytes);
  REQUIRE(found.articles.size() == 3);
  CHECK(found.articles[1].body.size() == 100'000'000);
  CHECK(found.articles[2].title == "c");
}

TEST_CASE("a line of 100 MB that is no JSON loses only itself") {
  const Collected found = read("{\"x" + std::string(100'000'000, ' ') + "\n{\"title\": \"b\"}\n");
  CHECK(found.articles.size() == 1);
  CHECK(found.failures.size() == 1);
}
