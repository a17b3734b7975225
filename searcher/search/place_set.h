#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace backfile {

/// Documents are looked at in windows of so many numbers, one after the other: what is noted of a
/// window stays in the processor's cache.
inline constexpr std::uint32_t window_size = 4096;

/// Some of the documents of a window, by their place in it: a bit for each.
class PlaceSet {
 public:
  static PlaceSet all() {
    PlaceSet set;
    set.bits_.fill(~std::uint64_t{0});
    return set;
  }

  void clear() { bits_.fill(0); }

  /// `place` is below `window_size`, as everywhere.
  void add(std::uint32_t place) { bits_[place / 64] |= std::uint64_t{1} << (place % 64); }

  [[nodiscard]] bool has(std::uint32_t place) const {
    return (bits_[place / 64] >> (place % 64) & 1) != 0;
  }

  [[nodiscard]] bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t bits : bits_) any |= bits;
    return any == 0;
  }

  [[nodiscard]] std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t bits : bits_) count += static_cast<std::size_t>(std::popcount(bits));
    return count;
  }

  /// The lowest and highest place; of a set that is not empty.
  [[nodiscard]] std::uint32_t first() const {
    std::uint32_t word = 0;
    while (bits_[word] == 0) ++word;
    return word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits_[word]));
  }
  [[nodiscard]] std::uint32_t last() const {
    std::uint32_t word = words - 1;
    while (bits_[word] == 0) --word;
    return word * 64 + 63 - static_cast<std::uint32_t>(std::countl_zero(bits_[word]));
  }

  PlaceSet& operator&=(const PlaceSet& other) {
    for (std::size_t i = 0; i < words; ++i) bits_[i] &= other.bits_[i];
    return *this;
  }
  PlaceSet& operator|=(const PlaceSet& other) {
    for (std::size_t i = 0; i < words; ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  PlaceSet& operator-=(const PlaceSet& other) {
    for (std::size_t i = 0; i < words; ++i) bits_[i] &= ~other.bits_[i];
    return *this;
  }

  /// Those in both.
  friend PlaceSet operator&(PlaceSet a, const PlaceSet& b) { return a &= b; }

  /// Calls `visit` with each place, rising.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::uint32_t word = 0; word < words; ++word) {
      for (std::uint64_t bits = bits_[word]; bits != 0; bits &= bits - 1) {
        visit(word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
  }

 private:
  static constexpr std::uint32_t words = window_size / 64;

  std::array<std::uint64_t, words> bits_{};
};

}  // namespace backfile
