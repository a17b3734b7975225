// Queries side by side, as text.
#include <catch2/catch.hpp>

#include "common/terminal/display_width.h"
#include "tests/support/search_corpus.h"

using namespace backfile;

namespace {

std::vector<std::string> compared(std::vector<std::string> arguments, const std::string& columns) {
  Call call;
  call.environment["COLUMNS"] = columns;
  arguments.insert(arguments.end(), {"-n", "0", "--color", "never"});
  return search_in(corpus_index(), std::move(arguments), call).lines();
}

}  // namespace

TEST_CASE("Compared queries stay within the terminal") {
  for (const char* columns : {"40", "60", "80", "120"}) {
    for (const std::string& line :
         compared({"bridge", "--compare", "goats", "--compare", "seed library", "--compare",
                   "a very long query OR another", "--compare", "ferry", "--ratio"},
                  columns)) {
      INFO(columns << ": " << line);
      CHECK(display_width(line) <= std::stoul(columns));
    }
  }
}

TEST_CASE("The undated stand below the years that are compared") {
  const std::vector<std::string> lines = compared({"flood", "--compare", "goats"}, "80");
  REQUIRE_FALSE(lines.empty());
  const Json json = answer({"flood", "--compare", "goats", "-n", "0"});
  const Json::number_unsigned_t own = json.at("timeline_missing");
  const Json::number_unsigned_t other = json.at("compare").at(0).at("missing");
  REQUIRE(own + other > 0);
  INFO(lines.back());
  CHECK(lines.back().find("undated") != std::string::npos);
  CHECK(lines.back().ends_with(std::to_string(other)));
}
