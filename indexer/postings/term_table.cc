#include "indexer/postings/term_table.h"

#include <algorithm>

#include "common/index/word_group.h"
#include "indexer/postings/byte_order.h"

namespace backfile {
namespace {

constexpr std::size_t first_slots = 1UL << 12;

}  // namespace

TermTable::TermTable() : slots_(first_slots) {}

void TermTable::clear() {
  std::fill(slots_.begin(), slots_.end(), 0U);
  entries_.clear();
  texts_.clear();
}

TermTable::Known TermTable::add(std::string_view term, std::uint32_t weight) {
  Entry& found = entry(term);
  found.weight += weight;
  return {static_cast<std::uint32_t>(&found - entries_.data()), found.hash};
}

TermTable::Entry& TermTable::entry(std::string_view term) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = word_group::hash_of(term);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    Entry& known = entries_[slots_[slot] - 1];
    if (known.hash == hash && text(known) == term) return known;
  }
  entries_.push_back({hash, static_cast<std::uint32_t>(texts_.size()),
                      static_cast<std::uint32_t>(term.size()), 0});
  texts_ += term;
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  return entries_.back();
}

std::string_view TermTable::text(const Entry& entry) const {
  return std::string_view(texts_).substr(entry.begin, entry.length);
}

void TermTable::grow() {
  slots_.assign(slots_.size() * 2, 0U);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t number = 0; number < entries_.size(); ++number) {
    std::size_t slot = entries_[number].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(number + 1);
  }
}

const std::vector<TermEntry>& TermTable::sorted() {
  sorted_.clear();
  const auto order = in_byte_order(static_cast<std::uint32_t>(entries_.size()),
                                   [this](std::uint32_t number) { return text(entries_[number]); });
  for (const std::uint32_t number : order) {
    sorted_.push_back({text(entries_[number]), entries_[number].weight});
  }
  return sorted_;
}

}  // namespace backfile
