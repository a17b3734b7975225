#include "indexer/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"

namespace backfile {

void Progress::show(std::uint64_t articles, const std::string& source) {
  constexpr auto pause = std::chrono::milliseconds(200);
  constexpr std::size_t source_columns = 40;
  const auto now = Clock::now();
  if (!shown_ || now - last_ < pause) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string name = neutralise_line(source.substr(source.rfind('/') + 1));
  write(fmt::format("{} articles, {:.0f} a second, at {}", articles,
                    static_cast<double>(articles) / seconds, display_prefix(name, source_columns)));
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
