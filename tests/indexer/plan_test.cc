#include "indexer/manifest/plan.h"

#include <catch2/catch.hpp>

#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

Plan planned(const Manifest& known, const std::string& source, PlanOptions options = {}) {
  Plan plan(known, std::move(options));
  plan.add(source);
  return plan;
}

/// What is known after a run that has read everything.
Manifest known_of(const std::string& source, bool grows = false) {
  Manifest manifest;
  const Plan plan = planned(manifest, source);
  for (const PlannedFile& file : plan.sources()[0].files) {
    SourceRecord record = file.record;
    fs::ifstream in(file.path, std::ios::binary);
    record.hash = hash_of(std::string(std::istreambuf_iterator<char>(in), {}));
    record.uncertain = false;
    record.records = grows ? 1 : 0;
    manifest.put(file.path, record);
  }
  return manifest;
}

std::vector<std::string> read_by(const Plan& plan) {
  std::vector<std::string> paths;
  for (const PlannedFile& file : plan.sources()[0].files) paths.push_back(file.path);
  return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("What is known is passed over, what is new is read") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a", "one");
  const Manifest known = known_of(directory.path());
  const std::string b = directory.write("b", "two");
  const Plan plan = planned(known, directory.path());
  CHECK(read_by(plan) == Paths{b});
  REQUIRE(plan.passed_over().size() == 1);
  CHECK(plan.passed_over()[0].path == a);
  CHECK_FALSE(plan.passed_over()[0].is_news);
  CHECK(plan.vanished().empty());
}

TEST_CASE("A known file is not opened: what cannot be opened is passed over, too") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a", "one");
  Manifest known = known_of(directory.path());
  SourceRecord record = *known.find(a);
  record.hash = hash_of("other bytes than the file has");
  known.put(a, record);
  CHECK(read_by(planned(known, directory.path())).empty());
  record.uncertain = true;  // then it is opened
  known.put(a, record);
  CHECK(read_by(planned(known, directory.path())) == Paths{a});
}

TEST_CASE("A file that was just written may be written to again without a trace") {
  const TemporaryDirectory directory;
  directory.write("a", "one");
  const Plan plan = planned({}, directory.path());
  REQUIRE(plan.sources()[0].files.size() == 1);
  CHECK(plan.sources()[0].files[0].record.uncertain);
}

TEST_CASE("A file with other times but the same bytes is known by them") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a", "one");
  const Manifest known = known_of(directory.path());
  fs::last_write_time(a, 1'000'000'000);
  const Plan plan = planned(known, directory.path());
  CHECK(read_by(plan).empty());
  REQUIRE(plan.passed_over().size() == 1);
  CHECK(plan.passed_over()[0].is_news);
  CHECK(plan.passed_over()[0].record.stamp.modified == 1'000'000'000'000'000'000);
}

TEST_CASE("A file that grew is read on, if its format allows it") {
  for (const bool grows : {true, false}) {
    const TemporaryDirectory directory;
    const std::string a = directory.write("a", "one");
    const Manifest known = known_of(directory.path(), grows);
    directory.write("a", "one and two");
    const Plan plan = planned(known, directory.path());
    REQUIRE(read_by(plan) == Paths{a});
    CHECK(plan.sources()[0].files[0].from == (grows ? 3 : 0));
    CHECK(plan.reads_on(a) == grows);
    CHECK(plan.reads_anew(a) == !grows);
  }
}

TEST_CASE("Another recipe, failures to retry and leftovers to prune are read again") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("a", "one");
  Manifest known = known_of(directory.path());
  CHECK(read_by(planned(known, directory.path(), {1, {}, false, false})) == Paths{a});
  SourceRecord record = *known.find(a);
  record.failures.push_back({{a, {}, 0}, "empty file", 0, true});
  known.put(a, record);
  CHECK(read_by(planned(known, directory.path(), {0, {}, false, true})).empty());
  record.failures.push_back({{a, {}, 0}, "broken", 0, false});
  known.put(a, record);
  CHECK(read_by(planned(known, directory.path(), {0, {}, false, true})) == Paths{a});
  CHECK(read_by(planned(known, directory.path(), {0, {}, true, false})).empty());
  record.has_leftovers = true;
  known.put(a, record);
  CHECK(read_by(planned(known, directory.path(), {0, {}, true, false})) == Paths{a});
}

TEST_CASE("What is named twice is read once, and nothing inside the index") {
  const TemporaryDirectory directory;
  const std::string a = directory.write("news/a", "one");
  directory.write("news/index/g1/b", "two");
  const Manifest none;
  Plan plan(none, {0, directory.path("news/index"), false, false});
  plan.add(directory.path());
  plan.add(directory.path("news"));
  CHECK(read_by(plan) == Paths{a});
  CHECK(plan.sources()[1].files.empty());
}

TEST_CASE("Vanished is what is not there below the sources, and only when that is certain") {
  const TemporaryDirectory directory;
  const std::string gone = directory.write("news/a", "one");
  directory.write("news/b", "two");
  directory.write("newsletter/c", "three");
  const Manifest known = known_of(directory.path());
  fs::remove(gone);
  fs::remove(directory.path("newsletter/c"));
  CHECK(planned(known, directory.path("news")).vanished() == Paths{gone});
  CHECK(planned(known, directory.path("newsletter")).vanished().empty());
  CHECK(planned(known, directory.path("newsletter")).doubt() ==
        directory.path("newsletter") + " is empty now: is a disk not mounted?");
  fs::create_symlink("nothing", directory.path("news/link"));
  CHECK(planned(known, directory.path("news")).vanished().empty());
  CHECK(planned(known, directory.path("news")).doubt() ==
        directory.path("news/link") + " could not be reached");
}
