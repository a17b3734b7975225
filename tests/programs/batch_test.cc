// Lists of queries and of names.
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

Finished run_list(const std::string& list, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.end(), {"--batch", "-"});
  return search_in(corpus_index(), std::move(arguments), {.arguments = {}, .input = list});
}

Json batch(const std::string& list, std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.end(), {"--format", "json"});
  return run_list(list, std::move(arguments)).json().at("batch");
}

std::uint64_t total(std::vector<std::string> arguments) {
  return answer_to(corpus_index(), std::move(arguments)).at("total");
}

}  // namespace

TEST_CASE("each line is a query with its own total") {
  const Finished finished = run_list("ferry\n\n  title:bridge \r\nferry -council");
  CHECK(finished.status == 0);
  CHECK(finished.err.empty());
  const Json lines = batch("ferry\n\n  title:bridge \r\nferry -council");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == Json{{"line", 1}, {"query", "ferry"}, {"total", total({"ferry"})}});
  CHECK(lines[1] ==
        Json{{"line", 3}, {"query", "title:bridge"}, {"total", total({"title:bridge"})}});
  CHECK(lines[2].at("total") == total({"ferry -council"}));
}

TEST_CASE("the text is a table") {
  const std::string ferry = std::to_string(total({"ferry"}));
  const Finished finished = run_list("ferry\nxylophone\n");
  const std::string zero = std::string(ferry.size() - 1, ' ') + "0";
  CHECK(finished.out == ferry + "  ferry\n" + zero + "  xylophone\n");
}

TEST_CASE("filters hold for every line") {
  CHECK(batch("ferry", {"--outlet", "Ostrey Foghorn"})[0].at("total") ==
        total({"ferry", "--outlet", "Ostrey Foghorn"}));
}

TEST_CASE("a bad line is told with its number and does not stop the others") {
  const std::string list = "ferry\n\"open\nbridge\n";
  const Finished finished = run_list(list);
  CHECK(finished.status == 2);
  CHECK(finished.err.find("error: line 2: ") == 0);
  CHECK(finished.err.find("\n  \"open\n  ^") != std::string::npos);
  CHECK(finished.lines().size() == 3);
  const Json lines = batch(list);
  CHECK(lines[1].at("error").at("position") == 0);
  CHECK_FALSE(lines[1].contains("total"));
  CHECK(lines[2].at("total") == total({"bridge"}));
}

TEST_CASE("the exit status tells whether anything was found") {
  CHECK(run_list("xylophone\nzither\n").status == 1);
  CHECK(run_list("").status == 1);
  CHECK(run_list("").out.empty());
  CHECK(batch("").empty());
}

TEST_CASE("names are no queries") {
  const Json lines = batch("AND ferry\nferry) (\n-ferry\nferry: NOT\n", {"--literal"});
  REQUIRE(lines.size() == 4);
  for (const Json& line : lines) CHECK_FALSE(line.contains("error"));
  CHECK(lines[0].at("total") == total({"and ferry"}));
  CHECK(lines[1].at("total") == total({"ferry"}));
  CHECK(lines[2].at("total") == total({"ferry"}));
  CHECK(lines[3].at("total") == total({"ferry not"}));
}

TEST_CASE("a single query can be literal too") {
  CHECK(total({"--literal", "--", "-ferry"}) == total({"ferry"}));
  CHECK(total({"--literal", "(ferry"}) == total({"ferry"}));
  CHECK(total({"--literal", "--outlet", "Ostrey Foghorn"}) ==
        total({"--outlet", "Ostrey Foghorn"}));
}

TEST_CASE("ids come with the number of their line") {
  const auto ids = ids_of(corpus_index(), {"ferry"});
  const Finished finished = run_list("xylophone\nferry\n", {"--format", "ids", "-n", "2"});
  REQUIRE(ids.size() > 2);
  CHECK(finished.out == "2\t" + ids[0] + "\n2\t" + ids[1] + "\n");
}

TEST_CASE("a list may be a file, which must be readable") {
  const TemporaryDirectory temporary;
  const std::string file = temporary.write("list",
                                           "\xEF\xBB\xBF"
                                           "ferry\n");
  CHECK(search_in(corpus_index(), {"--batch", file}).out ==
        std::to_string(total({"ferry"})) + "  ferry\n");
  CHECK(search_in(corpus_index(), {"--batch", temporary.path("none")}).status == 2);
}

TEST_CASE("what a list cannot answer is wrong usage") {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"ferry"}, {"--count"}, {"--facets"}, {"--words", "5"}}) {
    const Finished finished = run_list("ferry\n", arguments);
    CHECK(finished.status == 2);
    CHECK(finished.out.empty());
  }
}
