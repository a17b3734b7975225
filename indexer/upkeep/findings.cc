#include "indexer/upkeep/findings.h"

#include <numeric>

namespace backfile {

std::string_view name_of(IndexPart part) {
  constexpr std::array<std::string_view, 8> names{"files",   "tables",   "articles", "postings",
                                                  "columns", "manifest", "metadata", "sources"};
  return names[static_cast<std::size_t>(part)];
}

void Findings::add(IndexPart part, std::string message, std::string hint) {
  if (++counts_[static_cast<std::size_t>(part)] > most_of_a_part) return;
  listed_.push_back({part, std::move(message), std::move(hint)});
}

std::uint64_t Findings::count() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

}  // namespace backfile
