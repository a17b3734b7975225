#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "common/article.h"
#include "indexer/enrichment/outlets/outlet_table.h"
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

/// Adds the other names and the hosts (alias_key) of those outlets that `names` has, so that a
/// query may name an outlet by them.
void add_aliases(DisplayNames& names, const OutletTable& outlets);

}  // namespace backfile
