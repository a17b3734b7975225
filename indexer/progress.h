#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace backfile {

/// One line on standard error that is written over again and again, at most five times a second.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() { clear(); }

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `articles` so far; `source` is where the last of them stood.
  void show(std::uint64_t articles, const std::string& source);

  /// What is being done at the end.
  void show(const std::string& phase);

  /// Takes the line away, so that others can write.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void write(const std::string& line);

  bool shown_;
  bool dirty_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_ - std::chrono::hours(1);
};

}  // namespace backfile
