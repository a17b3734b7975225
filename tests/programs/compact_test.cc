// backfile-index --compact: the same index, written anew without gaps.
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// An index that has grown by small runs, so that its tables have gaps.
class Grown {
 public:
  explicit Grown(const std::string& form = "own") {
    temporary_.write("news/0.jsonl", article_lines(0, 400));
    REQUIRE(run({"--positions", form}).status == 0);
    for (int more = 1; more < 6; ++more) {
      temporary_.write("news/" + std::to_string(more) + ".jsonl",
                       article_lines(400 + more * 10, 10));
      REQUIRE(run().status == 0);
    }
    fs::remove(temporary_.path("news/3.jsonl"));
    REQUIRE(run({"--prune"}).status == 0);
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }

  Finished run(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--quiet", temporary_.path("news")});
    return index_with(db(), options);
  }

 private:
  TemporaryDirectory temporary_;
};

}  // namespace

TEST_CASE("A compacted index is smaller and the same") {
  for (const char* form : {"own", "xapian"}) {
    INFO(form);
    const Grown grown(form);
    const auto expected = answers_of(grown.db());
    const Json report = index_with(grown.db(), {"--compact", "--json"}).json();
    CHECK(report.at("articles") == 440);
    CHECK(report.at("bytes") < report.at("bytes_before"));
    CHECK(answers_of(grown.db()) == expected);
    CHECK(names_in(grown.db()).size() == 2);
    CHECK(index_with(grown.db(), {"--check", "--sources"}).status == 0);
  }
}

TEST_CASE("A compacted index goes on growing and knows its sources") {
  const Grown grown;
  REQUIRE(index_with(grown.db(), {"--compact", "--quiet"}).status == 0);
  CHECK(grown.run({"--json"}).json().at("unchanged") == 440);
  CHECK(index_with(grown.db(), {"--check"}).status == 0);
}

TEST_CASE("Compacting tells the size before and after") {
  const Grown grown;
  const Finished compacted = index_with(grown.db(), {"--compact"});
  CHECK(compacted.status == 0);
  CHECK(compacted.out.starts_with("Index " + grown.db() + ": 440 articles; "));
  CHECK(compacted.out.ends_with(" KB now\n"));
  CHECK(compacted.out.find(" KB before, ") != std::string::npos);
  CHECK(index_with(grown.db(), {"--compact", "--quiet"}).out.empty());
}

TEST_CASE("An empty index can be compacted") {
  const TemporaryDirectory temporary;
  fs::create_directory(temporary.path("nothing"));
  REQUIRE(index_with(temporary.path("db"), {"--quiet", temporary.path("nothing")}).status == 0);
  CHECK(index_with(temporary.path("db"), {"--compact"}).status == 0);
  CHECK(index_with(temporary.path("db"), {"--check"}).status == 0);
}

TEST_CASE("What is not there is not compacted and not made") {
  const TemporaryDirectory temporary;
  const Finished compacted = index_with(temporary.path("none"), {"--compact"});
  CHECK(compacted.status == 2);
  CHECK(compacted.err.starts_with("error: there is no index at "));
  CHECK_FALSE(fs::exists(temporary.path("none")));
}

TEST_CASE("Without room for a second copy the index stays as it is") {
  const Grown grown;
  const auto expected = answers_of(grown.db());
  const auto before = names_in(grown.db());
  Call call;
  call.largest_file = 4096;
  call.environment["LSAN_OPTIONS"] = "detect_leaks=0";  // Xapian's, when a write fails
  const Finished compacted = index_with(grown.db(), {"--compact"}, call);
  CHECK(compacted.status == 2);
  CHECK(compacted.err.find("no space left") != std::string::npos);
  CHECK(names_in(grown.db()) == before);
  CHECK(answers_of(grown.db()) == expected);
}

TEST_CASE("Killed at whatever time, nothing is lost and nothing stays behind") {
  const Grown grown;
  const auto expected = answers_of(grown.db());
  for (int milliseconds = 0; milliseconds < 60; milliseconds += 6) {
    INFO(milliseconds);
    Process compacting(BACKFILE_INDEX_PROGRAM, {{"--db", grown.db(), "--compact"}});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    compacting.send(SIGKILL);
    compacting.wait();
    CHECK(answers_of(grown.db()) == expected);
  }
  CHECK(index_with(grown.db(), {"--compact"}).status == 0);
  CHECK(answers_of(grown.db()) == expected);
  CHECK(names_in(grown.db()).size() == 2);
}
