#include "indexer/messages.h"

#include <fmt/format.h>

#include <boost/filesystem.hpp>
#include <cstdio>

#include "common/terminal/neutralise.h"

namespace backfile {

Messages::Messages(bool quiet, bool all)
    : quiet_(quiet), all_(all), here_(boost::filesystem::current_path().string() + "/") {}

void Messages::failure(const Failure& failure) {
  std::string place;
  if (failure.count > 1) {
    place = fmt::format(" ({} records)", failure.count);
  } else if (failure.position != 0) {
    place = fmt::format(" (byte {})", failure.position);
  }
  write(failure.skipped ? "skipped" : "failed", failure.source, failure.reason + place);
}

void Messages::remark(const Remark& remark) { write("note", remark.source, remark.text); }

/// Files below the working directory as one would name them there.
std::string Messages::shown(const SourceLocation& source) const {
  const std::string place = source.display();
  return neutralise_line(place.starts_with(here_) ? place.substr(here_.size()) : place);
}

void Messages::write(const char* kind, const SourceLocation& source, const std::string& text) {
  if (quiet_) return;
  if (++count_ > bound && !all_) return;
  fmt::print(stderr, "{}: {}: {}\n", kind, shown(source), neutralise_line(text));
}

void Messages::close() {
  if (quiet_ || all_ || count_ <= bound) return;
  fmt::print(stderr, "… and {} more (--report FILE names them all)\n", count_ - bound);
}

}  // namespace backfile
