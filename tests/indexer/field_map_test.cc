#include "indexer/readers/field_map.h"

#include <catch2/catch.hpp>

#include "common/error.h"

using namespace backfile;

namespace {

std::string hint_for(std::string_view assignment) {
  FieldMap map;
  try {
    map.add(assignment);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    return error.hint();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a field may be mapped by name or alias, several times, in order") {
  FieldMap map;
  map.add("title=a");
  map.add("headline=b.c");
  map.add("date=x=y");
  CHECK(map.paths(FieldId::title) == std::vector<std::string>{"a", "b.c"});
  CHECK(map.paths(FieldId::date) == std::vector<std::string>{"x=y"});
  CHECK(map.paths(FieldId::body).empty());
}

TEST_CASE("what is no mapping is an error with a way out") {
  CHECK(hint_for("titel=x").find("title") != std::string::npos);
  CHECK(hint_for("length=x").find("the fields are") != std::string::npos);
  CHECK(hint_for("title").find("--map title=") != std::string::npos);
  CHECK(hint_for("title=").find("--map title=") != std::string::npos);
  CHECK(hint_for("=x").find("--map title=") != std::string::npos);
}

TEST_CASE("a map file has a line for each path") {
  FieldMap map;
  map.add_lines("# a comment\n\n  title = a/b \r\narticle=x/y\ndate\t=\t@when", "my.map");
  CHECK(map.paths(FieldId::title) == std::vector<std::string>{"a/b"});
  CHECK(map.paths(FieldId::date) == std::vector<std::string>{"@when"});
  CHECK(map.article() == "x/y");
}

TEST_CASE("a mistake in a map file is told with its place") {
  FieldMap map;
  try {
    map.add_lines("title = a\ntitel = b", "my.map");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::usage);
    CHECK(std::string(error.what()).starts_with("my.map, line 2: "));
    CHECK_FALSE(error.hint().empty());
  }
}
