#include "indexer/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"

namespace backfile {

std::string time_left(std::uint64_t read, std::uint64_t expected, double seconds) {
  constexpr std::uint64_t least_share = 100;  // one hundredth
  constexpr double least_seconds = 2;
  if (read == 0 || read * least_share < expected || read > expected || seconds < least_seconds) {
    return {};
  }
  const auto all = static_cast<double>(expected);
  const auto done = static_cast<double>(read);
  const auto left = static_cast<std::uint64_t>(seconds * (all - done) / done + 0.5);
  if (left < 60) return fmt::format("{} s left", left);
  if (left < 3600) return fmt::format("{}:{:02} min left", left / 60, left % 60);
  return fmt::format("{}:{:02} h left", left / 3600, left / 60 % 60);
}

/// The time begins with the reading: before that the sources are looked through.
void Progress::expect(std::uint64_t bytes) {
  expected_ = bytes;
  start_ = Clock::now();
}

void Progress::show(std::uint64_t articles, const std::string& source) {
  constexpr auto pause = std::chrono::milliseconds(200);
  constexpr std::size_t source_columns = 40;
  const auto now = Clock::now();
  if (!shown_ || now - last_ < pause) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string name = neutralise_line(source.substr(source.rfind('/') + 1));
  const std::string left = time_left(read_, expected_, seconds);
  write(fmt::format("{} articles, {:.0f} a second, {}at {}", articles,
                    static_cast<double>(articles) / seconds, left.empty() ? left : left + ", ",
                    display_prefix(name, source_columns)));
}

void Progress::show(const std::string& phase) {
  if (shown_) write(phase);
}

void Progress::clear() {
  if (dirty_) write({});
  dirty_ = false;
}

void Progress::write(const std::string& line) {
  fmt::print(stderr, "\r{}\x1B[K", line);
  std::fflush(stderr);
  dirty_ = true;
}

}  // namespace backfile
