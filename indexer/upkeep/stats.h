#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"

namespace backfile {

/// How many articles there are of each value of a field.
struct ValueCounts {
  std::vector<std::pair<std::string, std::uint64_t>> most;  ///< the most frequent, as shown
  std::size_t distinct = 0;
  std::uint64_t missing = 0;  ///< articles without any
};

/// What an index holds, in numbers.
struct StatsReport {
  std::string index;  ///< its directory
  std::uint64_t articles = 0;
  std::uint64_t text_bytes = 0;  ///< of titles and bodies
  ValueCounts outlets;
  ValueCounts years;  ///< missing: the undated
  ValueCounts languages;
  ValueCounts topics;
  std::uint64_t copied_stories = 0;                          ///< that several near-duplicates tell
  std::uint64_t copies = 0;                                  ///< articles that tell one of these
  std::uint64_t sources = 0;                                 ///< files that it was made from
  std::uint64_t sources_gone = 0;                            ///< and were not there in the last run
  std::uint64_t failed = 0;                                  ///< what could not be read in them
  std::uint64_t skipped = 0;                                 ///< what is no article
  std::vector<std::pair<std::string, std::uint64_t>> files;  ///< of the index, with their bytes
  std::uint64_t bytes = 0;                                   ///< of these
  SchemaVersions versions;
  WordOrderForm positions = WordOrderForm::own;
};

/// Counts what the index at `path` holds. Throws Error.
StatsReport stats_of(const std::string& path);

/// Some lines for people.
std::string as_text(const StatsReport& report);

/// One JSON object and a line end (docs/index-upkeep.md).
std::string as_json(const StatsReport& report);

}  // namespace backfile
