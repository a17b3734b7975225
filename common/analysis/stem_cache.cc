#include "common/analysis/stem_cache.h"

#include <xxhash.h>

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t first_slots = 1UL << 12;
constexpr std::size_t most_slots = 1UL << 19;
constexpr std::size_t most_text = 8UL << 20;
constexpr std::size_t longest = 255;

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }
std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

StemCache::StemCache() : slots_(first_slots) {}

std::optional<std::string_view> StemCache::find(std::string_view word) const {
  const Slot& slot = slots_[slot_of(word, hash_of(word))];
  if (slot.record == 0) return std::nullopt;
  return stem_of(slot.record);
}

std::string_view StemCache::add(std::string_view word, std::string_view stem) {
  if (word.size() > longest || stem.size() > longest) return stem;
  make_room(2 + word.size() + stem.size());
  const std::uint64_t hash = hash_of(word);
  Slot& slot = slots_[slot_of(word, hash)];
  slot = {tag_of(hash), static_cast<std::uint32_t>(texts_.size() + 1)};
  ++used_;
  texts_ += static_cast<char>(word.size());
  texts_ += static_cast<char>(stem.size());
  texts_ += word;
  texts_ += stem;
  return stem_of(slot.record);
}

/// The slot that holds `word`, or the free one where it belongs.
std::size_t StemCache::slot_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].record != 0 &&
         (slots_[at].tag != tag_of(hash) || word_of(slots_[at].record) != word)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::string_view StemCache::word_of(std::uint32_t record) const {
  const std::size_t at = record - 1;
  return {texts_.data() + at + 2, static_cast<unsigned char>(texts_[at])};
}

std::string_view StemCache::stem_of(std::uint32_t record) const {
  const std::size_t at = record - 1;
  const std::string_view word = word_of(record);
  return {word.data() + word.size(), static_cast<unsigned char>(texts_[at + 1])};
}

void StemCache::make_room(std::size_t bytes) {
  const bool half_full = 2 * (used_ + 1) > slots_.size();
  if (texts_.size() + bytes > most_text || (half_full && slots_.size() == most_slots)) {
    slots_.assign(first_slots, Slot{});
    texts_.clear();
    used_ = 0;
  } else if (half_full) {
    grow();
  }
}

void StemCache::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  slots_.swap(old);
  for (const Slot& slot : old) {
    if (slot.record == 0) continue;
    const std::string_view word = word_of(slot.record);
    slots_[slot_of(word, hash_of(word))] = slot;
  }
}

}  // namespace backfile
