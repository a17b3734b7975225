#include "common/index/glass/lengths.h"

#include <new>

namespace backfile::glass {

Lengths::Lengths(const Table& table, std::uint32_t last, std::span<const ShortLength> known)
    : chunks_(PostingChunks::of_lengths(table)), last_(last), lengths_(known.data()) {
  const std::size_t rows = std::size_t{last} + 1;
  if (known.size() == rows) return;
  // Untouched pages of it cost nothing, unlike those of a vector.
  kept_.reset(static_cast<ShortLength*>(std::calloc(rows, sizeof(ShortLength))));
  if (!kept_) throw std::bad_alloc();
  lengths_ = kept_.get();
}

/// Keeps those of the whole chunk.
std::uint32_t Lengths::read(std::uint32_t document) {
  if (const auto found = long_.find(document); found != long_.end()) return found->second;
  keep(document, 0);  // unless it is there
  if (!chunks_.seek(document)) return 0;
  const std::span<const std::uint32_t> documents = chunks_.documents();
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < documents.size() && documents[i] <= last_; ++i) {
    keep(documents[i], chunks_.frequencies()[i]);
    if (documents[i] == document) length = chunks_.frequencies()[i];
  }
  return length;
}

void Lengths::keep(std::uint32_t document, std::uint32_t length) {
  const ShortLength brief = short_length(length);
  if (kept_) kept_.get()[document] = brief;
  if (brief == longer) long_[document] = length;
}

}  // namespace backfile::glass
