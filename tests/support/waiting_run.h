#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/program.h"

namespace backfile {

/// A pipe that feeds a program which reads standard input.
class Feed {
 public:
  Feed() { REQUIRE(::pipe2(ends_.data(), O_CLOEXEC) == 0); }
  ~Feed() {
    ::close(ends_[0]);
    finish();
  }

  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  [[nodiscard]] int reading_end() const { return ends_[0]; }

  void write(const std::string& text) const {
    REQUIRE(::write(ends_[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }

  void finish() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{};
};

/// Waits until `condition` holds or the process has ended.
inline void await(const Process& process, const std::function<bool()>& condition) {
  while (!condition() && !process.has_ended()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

/// A run that reads articles from `feed`, up to the point where it waits for them.
class WaitingRun {
 public:
  WaitingRun(const std::string& db, const Feed& feed, std::vector<std::string> options = {})
      : process_(BACKFILE_INDEX_PROGRAM, call(db, feed, std::move(options))) {
    await(process_, [&] { return boost::filesystem::exists(db + "/building"); });
  }

  Process& operator*() { return process_; }

 private:
  static Call call(const std::string& db, const Feed& feed, std::vector<std::string> options) {
    Call call;
    call.arguments = std::move(options);
    call.arguments.insert(call.arguments.end(), {"--json", "--db", db, "-"});
    call.from = feed.reading_end();
    return call;
  }

  Process process_;
};

}  // namespace backfile
