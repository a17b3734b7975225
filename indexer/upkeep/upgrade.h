#pragma once

#include <cstdint>
#include <string>

#include "indexer/progress.h"

namespace backfile {

/// What --upgrade did.
struct UpgradeReport {
  std::string index;  ///< its directory
  std::uint64_t articles = 0;
  bool is_needed = false;    ///< the index was made by an older Backfile
  bool interrupted = false;  ///< and is as it was
};

/// Makes the index at `path` anew, when it was made by an older Backfile, from the articles that it
/// holds: no source is read, so that none need be there. What was learned of outlets and stories is
/// learned again; the sources stay remembered. The index is as it was until the new one is whole.
/// `jobs` is the number of threads, or 0 for one per processor. Throws Error.
UpgradeReport upgrade_index(const std::string& path, unsigned jobs, Progress& progress);

/// A line for people.
std::string as_text(const UpgradeReport& report);

/// One JSON object and a line end (docs/index-upkeep.md).
std::string as_json(const UpgradeReport& report);

}  // namespace backfile
