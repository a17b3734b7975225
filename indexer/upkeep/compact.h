#pragma once

#include <cstdint>
#include <string>

namespace backfile {

/// What --compact did.
struct CompactReport {
  std::string index;  ///< its directory
  std::uint64_t articles = 0;
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes = 0;
};

/// Writes the index at `path` anew as one generation without gaps, with the same content, and with
/// its columns. It is as it was until the new one is whole. Throws Error.
CompactReport compact_index(const std::string& path);

/// A line for people.
std::string as_text(const CompactReport& report);

/// One JSON object and a line end (docs/index-upkeep.md).
std::string as_json(const CompactReport& report);

}  // namespace backfile
