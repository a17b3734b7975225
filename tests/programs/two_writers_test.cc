// One index and two who want to write it: the second is told who the first is, or waits.
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/waiting_run.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// An index that somebody writes until `feed` ends.
struct Written {
  Written() : first((directory.write("news/a.jsonl", article_lines(0, 10)), db()), feed) {}

  [[nodiscard]] std::string db() const { return directory.path("db"); }

  [[nodiscard]] Call second(std::vector<std::string> options) const {
    options.insert(options.end(), {"--db", db(), directory.path("news")});
    return {std::move(options)};
  }

  TemporaryDirectory directory;
  Feed feed;
  WaitingRun first;
};

bool says_waiting(const Process& process) {
  return process.err().find("waiting") != std::string::npos;
}

}  // namespace

TEST_CASE("The second writer is told who the first is") {
  Written written;
  const Finished second = run(BACKFILE_INDEX_PROGRAM, written.second({}));
  CHECK(second.status == 2);
  const std::string process = "process " + std::to_string((*written.first).pid());
  INFO(second.err);
  CHECK(second.err.find("is being written by another program: " + process) != std::string::npos);
  CHECK(second.err.find("on this machine, since 20") != std::string::npos);
  CHECK(second.err.find("--wait") != std::string::npos);
}

TEST_CASE("Nobody is named when who has the lock left no note") {
  Written written;
  fs::remove(written.db() + "/writer");
  const Finished second = run(BACKFILE_INDEX_PROGRAM, written.second({}));
  CHECK(second.status == 2);
  CHECK(second.err.find("another program\n") != std::string::npos);
}

TEST_CASE("The note of a killed process is not believed and goes away") {
  Written written;
  const std::string note = written.db() + "/writer";
  (*written.first).send(SIGKILL);
  (*written.first).wait();
  CHECK(fs::exists(note));
  fs::copy_file(note, written.directory.path("note"));
  CHECK(run(BACKFILE_INDEX_PROGRAM, written.second({})).status == 0);
  CHECK_FALSE(fs::exists(note));
  Feed feed;
  WaitingRun other(written.db(), feed);
  fs::copy_file(written.directory.path("note"), note, fs::copy_options::overwrite_existing);
  CHECK(run(BACKFILE_INDEX_PROGRAM, written.second({})).err.find("process") == std::string::npos);
}

TEST_CASE("With --wait the second writer begins when the first has ended") {
  Written written;
  Process second(BACKFILE_INDEX_PROGRAM, written.second({"--wait", "--progress", "always"}));
  await(second, [&] { return says_waiting(second); });
  written.feed.write(article_lines(100, 5));
  written.feed.finish();
  CHECK((*written.first).wait().status == 0);
  CHECK(second.wait().status == 0);
  CHECK(answer_to(written.db(), {"walrus"}).at("total") == 15);
  CHECK(names_in(written.db()).size() == 2);
}

TEST_CASE("Whoever waits can be interrupted") {
  Written written;
  Process second(BACKFILE_INDEX_PROGRAM, written.second({"--wait", "--progress", "always"}));
  await(second, [&] { return says_waiting(second); });
  second.send(SIGINT);
  CHECK(second.wait().status == 130);
  written.feed.finish();
  CHECK((*written.first).wait().status == 0);
}
