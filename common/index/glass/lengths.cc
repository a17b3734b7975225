#include "common/index/glass/lengths.h"

#include <new>
#include <span>

namespace backfile::glass {

Lengths::Lengths(const Table& table, std::uint32_t last)
    : chunks_(PostingChunks::of_lengths(table)),
      last_(last),
      // Untouched pages of it cost nothing, unlike those of a vector.
      known_(static_cast<Short*>(std::calloc(std::size_t{last} + 1, sizeof(Short)))) {
  if (!known_) throw std::bad_alloc();
}

void Lengths::read(std::uint32_t document) {
  known_.get()[document] = 1;
  if (!chunks_.seek(document)) return;
  const std::span<const std::uint32_t> documents = chunks_.documents();
  for (std::size_t i = 0; i < documents.size() && documents[i] <= last_; ++i) {
    const std::uint32_t length = chunks_.frequencies()[i];
    known_.get()[documents[i]] = length + 1 < longer ? static_cast<Short>(length + 1) : longer;
    if (length + 1 >= longer) long_[documents[i]] = length;
  }
}

}  // namespace backfile::glass
