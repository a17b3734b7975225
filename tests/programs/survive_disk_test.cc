// A disk that fills up while an index is written: what was there stays, and nothing is left over.
#include <catch2/catch.hpp>

#include "tests/support/index_state.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

constexpr int known_articles = 400;

using Answers = std::vector<std::string>;

/// Sources that an index is made of, and those that a later run reads too.
struct Sources {
  explicit Sources(int added) {
    directory.write("old/a.jsonl", article_lines(0, known_articles));
    directory.write("new/b.jsonl", article_lines(known_articles, added));
  }

  [[nodiscard]] std::vector<std::string> all() const {
    return {"--quiet", directory.path("old"), directory.path("new")};
  }

  TemporaryDirectory directory;
};

/// A run that may end in the middle of a write. Xapian does not free everything then, which the
/// leak sanitizer would tell.
Call call_short_of_room() {
  Call call;
  call.environment["LSAN_OPTIONS"] = "detect_leaks=0";
  return call;
}

/// A run that may have had too little room: all of it, or nothing and an error.
void check_all_or_nothing(const std::string& db, const Finished& finished, const Answers& before,
                          const Answers& after) {
  INFO(finished.err);
  if (finished.status == 0) {
    CHECK(answers_of(db) == after);
  } else {
    CHECK(finished.status == 2);
    CHECK(finished.err.starts_with("error: no space left for the index " + db));
    CHECK(finished.err.find("hint: make room") != std::string::npos);
    CHECK(answers_of(db) == before);
  }
  CHECK(names_in(db).size() == 2);  // the stub and one generation
}

/// Runs with larger and larger files allowed, until one succeeds.
void check_with_limited_files(int added) {
  const Sources sources(added);
  const std::string undisturbed = sources.directory.path("undisturbed");
  REQUIRE(index_with(undisturbed, sources.all()).status == 0);
  const auto after = answers_of(undisturbed);
  bool failed = false;
  bool succeeded = false;
  for (std::size_t limit = 1024; limit <= (1UL << 26) && !succeeded; limit *= 4) {
    INFO("files of at most " << limit << " bytes");
    const std::string db = sources.directory.path("db" + std::to_string(limit));
    REQUIRE(index_with(db, {"--quiet", sources.directory.path("old")}).status == 0);
    const auto before = answers_of(db);
    Call call = call_short_of_room();
    call.largest_file = limit;
    const Finished finished = index_with(db, sources.all(), call);
    check_all_or_nothing(db, finished, before, after);
    (finished.status == 0 ? succeeded : failed) = true;
    CHECK(index_with(db, sources.all()).status == 0);
    CHECK(answers_of(db) == after);
  }
  CHECK(failed);
  CHECK(succeeded);
}

}  // namespace

TEST_CASE("Files cannot grow while many articles are added") { check_with_limited_files(3000); }

TEST_CASE("Files cannot grow while a few articles are added in place") {
  check_with_limited_files(5);
}

TEST_CASE("A first index that has no room leaves an index without articles, or none") {
  const Sources sources(3000);
  for (std::size_t limit = 1024; limit <= 100'000; limit *= 4) {
    INFO("files of at most " << limit << " bytes");
    const std::string db = sources.directory.path("db" + std::to_string(limit));
    Call call = call_short_of_room();
    call.largest_file = limit;
    const Finished finished = index_with(db, sources.all(), call);
    CHECK(finished.status == 2);
    CHECK(finished.err.starts_with("error: "));
    CHECK(index_with(db, sources.all()).status == 0);
    CHECK(answer_to(db, {"walrus"}).at("total") == known_articles + 3000);
  }
}

TEST_CASE("The disk is full") {
  const SmallDisk disk(48UL << 20);
  if (!disk.exists()) {
    WARN("skipped: this user may not mount a small disk");
    return;
  }
  const Sources sources(3000);
  const std::string undisturbed = sources.directory.path("undisturbed");
  REQUIRE(index_with(undisturbed, sources.all()).status == 0);
  const auto after = answers_of(undisturbed);
  const std::string db = disk.path("db");
  REQUIRE(index_with(db, {"--quiet", sources.directory.path("old")}).status == 0);
  const auto before = answers_of(db);
  bool failed = false;
  bool succeeded = false;
  for (std::size_t room = 0; !succeeded && room <= (16UL << 20);
       room = room == 0 ? 4096 : 4 * room) {
    INFO("room for " << room << " bytes");
    disk.fill(room);
    const Finished finished = index_with(db, sources.all(), call_short_of_room());
    check_all_or_nothing(db, finished, before, after);
    (finished.status == 0 ? succeeded : failed) = true;
    disk.clear();
  }
  CHECK(failed);
  CHECK(succeeded);
}

TEST_CASE("A report on a full disk is an error") {
  const Sources sources(10);
  const Finished made =
      index_with(sources.directory.path("db"),
                 {"--dry-run", "--report", "/dev/full", sources.directory.path("old")});
  CHECK(made.status == 2);
  CHECK(made.err.find("cannot write the report to /dev/full") != std::string::npos);
}
