#include "common/index/word_group.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "common/index/packed.h"

namespace backfile {
namespace {

/// So many are read at once, wherever in a byte they begin.
constexpr unsigned most_bits = 57;

constexpr std::uint64_t mask_of(unsigned bits) { return (std::uint64_t{1} << bits) - 1; }

/// Another order of all hashes for each seed (the last steps of SplitMix64: Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014). Different hashes stay different.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t seed) {
  std::uint64_t mix = hash + seed * 0x9E3779B97F4A7C15U;
  mix = (mix ^ (mix >> 30)) * 0xBF58476D1CE4E5B9U;
  mix = (mix ^ (mix >> 27)) * 0x94D049BB133111EBU;
  return mix ^ (mix >> 31);
}

/// Twice the bits of a word's number: then all differ in most groups.
unsigned usual_bits(std::uint32_t words) {
  return 2 * static_cast<unsigned>(std::bit_width(words - 1));
}

PackedReader reader_of(std::string_view bytes) {
  return {bytes, "the order of words of an article"};
}

/// Each word has a position at least.
std::uint32_t take_words(PackedReader& reader) {
  const std::uint64_t words = reader.number();
  if (words == 0 || words > reader.rest().size()) reader.damaged();
  return static_cast<std::uint32_t>(words);
}

/// Sets of two, four and eight bits counted beside each other (Warren, "Hacker's Delight", 5-1):
/// what a processor of ours may not do by itself.
unsigned ones_in(std::uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2) & 0x3333333333333333U);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<unsigned>((bits * 0x0101010101010101U) >> 56);
}

}  // namespace

std::uint64_t word_group::hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

std::uint32_t word_group::title_end(std::string_view value) {
  return value.empty() ? 0 : static_cast<std::uint32_t>(reader_of(value).number());
}

word_group::Fingerprints::Fingerprints(std::uint32_t words, std::uint64_t way)
    : bits_(static_cast<unsigned>(std::min<std::uint64_t>(most_bits, usual_bits(words) + way))),
      seed_(way) {}

std::uint64_t word_group::Fingerprints::of(std::uint64_t hash) const {
  return bits_ == 0 ? 0 : mixed(hash, seed_) >> (64 - bits_);
}

WordGroup::WordGroup(std::string_view bytes) : bytes_(bytes), fingerprints_(1, 0) {
  PackedReader reader = reader_of(bytes);
  words_ = take_words(reader);
  const std::uint64_t forms = reader.number();
  position_bits_ = static_cast<unsigned>(forms % word_group::most_position_bits) + 1;
  fingerprints_ = {words_, forms / word_group::most_position_bits};
  const std::uint64_t end = std::uint64_t{bytes.size()} * 8;
  fingerprints_begin_ = end - std::uint64_t{reader.rest().size()} * 8;
  firsts_begin_ = fingerprints_begin_ + std::uint64_t{words_} * fingerprints_.bits();
  count_ = firsts_begin_ > end ? 0 : (end - firsts_begin_) / (1 + position_bits_);
  positions_begin_ = firsts_begin_ + count_;
  if (position_bits_ < word_group::least_position_bits || count_ < words_) reader.damaged();
}

/// Those from a byte on, with zeros behind the last.
std::uint64_t WordGroup::eight_bytes(std::uint64_t at) const {
  std::uint64_t eight = 0;
  const std::size_t left = bytes_.size() - std::min<std::size_t>(bytes_.size(), at);
  if (left >= sizeof eight) {
    std::memcpy(&eight, bytes_.data() + at, sizeof eight);
  } else {
    std::memcpy(&eight, bytes_.data() + at, left);
  }
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  return eight;
}

/// The number in so many bits, at most `most_bits`.
std::uint64_t WordGroup::number(std::uint64_t begin, unsigned bits) const {
  return (eight_bytes(begin / 8) >> (begin % 8)) & mask_of(bits);
}

/// Fingerprints are spread evenly, so that the word's own is near the place where it would be if
/// they were spread exactly (interpolation search: Perl, Itai and Avni, 1978).
std::optional<std::uint32_t> WordGroup::find(std::uint64_t hash) const {
  const std::uint64_t wanted = fingerprints_.of(hash);
  const unsigned bits = fingerprints_.bits();
  const auto of = [&](std::uint32_t word) {
    return number(fingerprints_begin_ + std::uint64_t{word} * bits, bits);
  };
  auto word =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted * words_ >> bits, words_ - 1));
  std::uint64_t here = of(word);
  while (here > wanted && word > 0) here = of(--word);
  while (here < wanted && ++word < words_) here = of(word);
  if (here != wanted) return std::nullopt;
  return word;
}

/// The bits that tell, of each position from `place` on, whether it is the first of its word; as
/// many as are read at once.
std::uint64_t WordGroup::firsts(std::uint64_t place) const {
  const auto size = static_cast<unsigned>(std::min<std::uint64_t>(most_bits, count_ - place));
  return number(firsts_begin_ + place, size);
}

/// The place of a word's first position among all of them; `count_` when there is none.
std::uint64_t WordGroup::first_of(std::uint32_t word) const {
  std::uint64_t before = word;
  for (std::uint64_t place = 0; place < count_; place += most_bits) {
    std::uint64_t bits = firsts(place);
    if (place + most_bits < count_) {  // else it is here, and nothing need be counted
      const unsigned ones = ones_in(bits);
      if (ones <= before) {
        before -= ones;
        continue;
      }
    }
    for (; before > 0; --before) bits &= bits - 1;
    return bits == 0 ? count_ : place + static_cast<std::uint64_t>(std::countr_zero(bits));
  }
  return count_;
}

/// Behind the positions of the word whose first is at `place`.
std::uint64_t WordGroup::end_of(std::uint64_t place) const {
  for (++place; place < count_; place += most_bits) {
    const std::uint64_t bits = firsts(place);
    if (bits != 0) return place + static_cast<std::uint64_t>(std::countr_zero(bits));
  }
  return count_;
}

void WordGroup::add_positions(std::uint32_t word, std::uint32_t last,
                              std::vector<std::uint32_t>& positions) const {
  const std::uint64_t first = first_of(word);
  const std::uint64_t end = end_of(first);
  for (std::uint64_t place = first; place < end; ++place) {
    const std::uint64_t position =
        number(positions_begin_ + place * position_bits_, position_bits_);
    if (position > last) return;
    positions.push_back(static_cast<std::uint32_t>(position));
  }
}

}  // namespace backfile
