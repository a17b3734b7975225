#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "indexer/manifest/manifest.h"
#include "indexer/upkeep/findings.h"

namespace backfile {

/// How many of the files that an index was made from are what they were.
struct SourceCounts {
  std::uint64_t unchanged = 0;
  std::uint64_t changed = 0;
  std::uint64_t gone = 0;
  std::uint64_t unread = 0;  ///< could not be read, then or now, or not to the end
};

/// Compares the files of `manifest` with what is there now, by size and by hash; what has come
/// since does not count.
SourceCounts check_sources(const Manifest& manifest, Findings& findings);

}  // namespace backfile
