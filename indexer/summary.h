#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace backfile {

/// What a run did, in numbers.
struct Summary {
  std::uint64_t read = 0;  ///< articles of the sources, also those that came twice
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t skipped = 0;       ///< files that hold no article
  std::uint64_t failed = 0;        ///< articles or files that could not be read
  std::uint64_t known_failed = 0;  ///< of these, what was not tried again
  std::uint64_t remarks = 0;       ///< articles with a date that is not credible, and the like
  std::map<std::string, std::uint64_t> skip_reasons;
  std::uint64_t text_bytes = 0;  ///< of what was read in this run
  std::string not_pruned;        ///< why nothing could be removed though it was asked for, or empty
  double seconds = 0;
  std::string index;  ///< its directory; empty for a dry run
  std::uint64_t index_articles = 0;
  std::uint64_t index_bytes = 0;
  bool interrupted = false;
  bool discarded = false;  ///< and nothing of it is in the index
};

/// A few lines for people.
std::string summary_text(const Summary& summary);

/// One JSON object and a line end (docs/index-report.md).
std::string summary_json(const Summary& summary);

}  // namespace backfile
