#include "indexer/postings/term_numbers.h"

#include <xxhash.h>

#include <algorithm>

#include "indexer/postings/byte_order.h"

namespace backfile {
namespace {

constexpr std::size_t first_slots = 1UL << 12;

}  // namespace

TermNumbers::TermNumbers() : slots_(first_slots) {}

void TermNumbers::clear() {
  std::fill(slots_.begin(), slots_.end(), 0U);
  entries_.clear();
  texts_.clear();
}

std::uint32_t TermNumbers::number(std::string_view term) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = XXH3_64bits(term.data(), term.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t known = slots_[slot] - 1;
    if (entries_[known].hash == hash && this->term(known) == term) return known;
  }
  const auto added = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(
      {hash, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(term.size())});
  texts_ += term;
  slots_[slot] = added + 1;
  return added;
}

void TermNumbers::grow() {
  slots_.assign(slots_.size() * 2, 0U);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    std::size_t slot = entries_[number].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(number + 1);
  }
}

std::vector<std::uint32_t> TermNumbers::sorted() const {
  return in_byte_order(static_cast<std::uint32_t>(entries_.size()),
                       [this](std::uint32_t number) { return term(number); });
}

}  // namespace backfile
