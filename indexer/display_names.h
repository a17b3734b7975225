#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "common/article.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// How the outlets, topics, authors and sections of a run are spelled, so that each key is shown in
/// its most frequent spelling.
class SpellingCounts {
 public:
  void count(const Article& article);

  /// The most frequent spelling of each key; of equals the first in byte order.
  [[nodiscard]] DisplayNames best() const;

 private:
  void count(const Field& field, const std::string& name);

  std::map<std::string, std::map<std::string, std::uint64_t>> spellings_;
};

}  // namespace backfile
