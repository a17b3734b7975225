#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/progress.h"
#include "indexer/upkeep/check_sources.h"
#include "indexer/upkeep/findings.h"

namespace backfile {

/// What --check tells.
struct CheckReport {
  std::string index;  ///< its directory
  std::uint64_t articles = 0;
  Findings findings;
  std::optional<SourceCounts> sources;
};

/// Checks the index at `path` against itself, and `with_sources` also against the files that it was
/// made from. Throws Error when there is none, or when it is being written meanwhile.
CheckReport check_index(const std::string& path, bool with_sources, Progress& progress);

/// A few lines for people.
std::string as_text(const CheckReport& report);

/// One JSON object and a line end (docs/index-upkeep.md).
std::string as_json(const CheckReport& report);

}  // namespace backfile
