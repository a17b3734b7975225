#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace backfile {

/// The time that is left, as people read it ("40 s left", "1:05 h left"), when `read` of `expected`
/// bytes took so many `seconds`; "" as long as too little was read to tell.
std::string time_left(std::uint64_t read, std::uint64_t expected, double seconds);

/// One line on standard error that is written over again and again, at most five times a second.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() { clear(); }

  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// So many bytes of sources will be read; 0 when nobody knows.
  void expect(std::uint64_t bytes);

  /// So many more of them were read.
  void read(std::uint64_t bytes) { read_ += bytes; }

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
  std::uint64_t expected_ = 0;
  std::uint64_t read_ = 0;
  bool dirty_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_ - std::chrono::hours(1);
};

}  // namespace backfile
