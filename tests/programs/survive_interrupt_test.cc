// Runs that are stopped: what was committed stays, and the next run completes it.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <csignal>
#include <functional>
#include <thread>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/waiting_run.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

class Indexed {
 public:
  Indexed() {
    temporary_.write("old/a.jsonl", article_lines(0, 100));
    REQUIRE(index_with(db(), {"--quiet", temporary_.path("old")}).status == 0);
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }

 private:
  TemporaryDirectory temporary_;
};

}  // namespace

TEST_CASE("SIGINT and SIGTERM: exit status 130, and the index has what was read") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Indexed indexed;
    Feed feed;
    WaitingRun run(indexed.db(), feed);
    (*run).send(signal);
    feed.write(article_lines(100, 50));
    feed.finish();
    const Finished finished = (*run).wait();
    CHECK(finished.status == 130);
    CHECK(finished.json().at("interrupted") == true);
    CHECK(finished.json().at("added") == 1);
    CHECK(answer_to(indexed.db(), {"walrus"}).at("total") == 101);
    CHECK(names_in(indexed.db()).size() == 2);
  }
}

TEST_CASE("The second signal ends the run at once, and the index is as it was") {
  const Indexed indexed;
  const auto before = answers_of(indexed.db());
  Feed feed;
  WaitingRun run(indexed.db(), feed);
  (*run).send(SIGINT);
  // Two signals that wait together are one: the first must have arrived.
  for (int i = 0; i < 1000 && !(*run).has_ended(); ++i) {
    (*run).send(SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  CHECK((*run).wait().status == 130);
  CHECK(answers_of(indexed.db()) == before);
}

TEST_CASE("An interrupted --rebuild leaves the index as it was") {
  const Indexed indexed;
  const auto before = answers_of(indexed.db());
  Feed feed;
  WaitingRun run(indexed.db(), feed, {"--rebuild"});
  (*run).send(SIGINT);
  feed.write(article_lines(100, 50));
  feed.finish();
  CHECK((*run).wait().status == 130);
  CHECK(answers_of(indexed.db()) == before);
  CHECK(names_in(indexed.db()).size() == 2);
}

TEST_CASE("SIGKILL: the index opens as it was or as it would be, and the next run completes it") {
  const TemporaryDirectory temporary;
  const std::string old_source = temporary.path("old");
  const std::string new_source = temporary.path("new");
  temporary.write("old/a.jsonl", article_lines(0, 500));
  temporary.write("new/b.jsonl", article_lines(400, 17'000));
  const std::string undisturbed = temporary.path("undisturbed");
  REQUIRE(index_with(undisturbed, {"--quiet", old_source}).status == 0);
  const auto before = answers_of(undisturbed);
  REQUIRE(index_with(undisturbed, {"--quiet", new_source}).status == 0);
  const auto after = answers_of(undisturbed);

  const std::string db = temporary.path("db");
  const std::vector<std::function<bool()>> moments{
      [&] { return true; },
      [&] { return fs::exists(db + "/building"); },
      [&] { return fs::exists(db + "/building/0-3"); },
      [&] { return fs::exists(db + "/building/0-9"); },
      [&] { return fs::exists(db + "/building/kept"); },
      [&] { return fs::exists(db + "/g3"); },
      [&] { return fs::exists(db + "/g3/postlist.glass"); },
      [&] { return fs::exists(db + "/XAPIANDB.new"); },
      [&] { return !fs::exists(db + "/g2"); },
      [&] { return !fs::exists(db + "/building"); }};
  for (std::size_t moment = 0; moment < moments.size(); ++moment) {
    INFO("moment " << moment);
    fs::remove_all(db);
    REQUIRE(index_with(db, {"--quiet", old_source}).status == 0);
    Call call;
    call.arguments = {"--quiet", "--db", db, new_source};
    Process process(BACKFILE_INDEX_PROGRAM, call);
    await(process, moments[moment]);
    process.send(SIGKILL);
    process.wait();
    const auto found = answers_of(db);
    CHECK((found == before || found == after));
    CHECK(index_with(db, {"--quiet", new_source}).status == 0);
    CHECK(answers_of(db) == after);
    CHECK(names_in(db).size() == 2);
  }
}
