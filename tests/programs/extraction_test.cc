// Pages of real news sites, where they are at hand: how much of what people found is found.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <regex>

#include "tests/support/program.h"

using namespace backfile;

namespace {

/// What tools/bench/extraction says of a folder; "" when that or Python is not there.
std::string score(const std::string& name) {
  const std::string folder = BACKFILE_SOURCE_DIR "/../shared/html/" + name;
  if (!boost::filesystem::exists(folder) || !boost::filesystem::exists("/usr/bin/python3")) {
    WARN("skipped: there is no " << folder << ", or no Python");
    return {};
  }
  const Finished done = run("/usr/bin/python3", {{BACKFILE_SOURCE_DIR "/tools/bench/extraction",
                                                  folder, "--program", BACKFILE_INDEX_PROGRAM}});
  CAPTURE(done.err);
  REQUIRE(done.status == 0);
  return done.out;
}

double number_behind(const std::string& label, const std::string& text) {
  std::smatch found;
  REQUIRE(std::regex_search(text, found, std::regex(label + " ([0-9.]+)")));
  return std::stod(found[1]);
}

}  // namespace

TEST_CASE("the text of articles") {
  const std::string found = score("extraction");
  if (found.empty()) return;
  CHECK(number_behind("missing", found) == 0);
  CHECK(number_behind("empty", found) == 0);
  CHECK(number_behind("F1", found) >= 0.970);
}

TEST_CASE("titles, dates, bylines and texts of many publishers") {
  const std::string found = score("publishers");
  if (found.empty()) return;
  CHECK(number_behind("empty", found) == 0);
  CHECK(number_behind("F1", found) >= 0.955);
  CHECK(number_behind("title right:", found) >= 73);
  CHECK(number_behind("date right:", found) >= 79);
  CHECK(number_behind("byline right:", found) >= 69);
}
