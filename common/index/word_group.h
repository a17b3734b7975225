#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/field.h"

namespace backfile {

/// The words of an article in groups, each of which is the value of a slot of its own: where the
/// words stand, which phrases and nearness are checked against. It is much smaller than Xapian's
/// table of positions, and made in one go. Of an article only the groups of the words that are
/// asked for are read, and those of neighbouring articles lie side by side.
///
/// A value is
///  - the number of different words,
///  - which way of making fingerprints was taken (`Fingerprints`), times 32, and the bits of a
///    position less one,
///  - a fingerprint of each word, so long that no two words of the group share one, rising,
///  - a row of bits that tells how often each word stands there: a one for the first time, a zero
///    for each further,
///  - the positions, word by word.
/// The numbers at the begin are packed (common/index/packed.h). The rest is bits one behind the
/// other, the lowest of a byte first; how many positions there are follows from how many bits.
namespace word_group {

/// The hash by which groups know a term.
std::uint64_t hash_of(std::string_view term);

/// The slot of the group that a term is in.
constexpr int slot_of(std::uint64_t hash) {
  return first_word_group_slot + static_cast<int>(hash >> (64 - word_group_bits));
}

/// Positions have up to so many bits, and at least so many that bits which fill up the last byte
/// are none.
inline constexpr unsigned most_position_bits = 32;
inline constexpr unsigned least_position_bits = 7;

/// How the words of a group are told apart.
class Fingerprints {
 public:
  /// Most groups need the first way, 0; each further one makes other fingerprints, a bit longer.
  Fingerprints(std::uint32_t words, std::uint64_t way);

  [[nodiscard]] unsigned bits() const { return bits_; }
  [[nodiscard]] std::uint64_t of(std::uint64_t hash) const;

 private:
  unsigned bits_;
  std::uint64_t seed_;
};

/// The last position of the title, as it is kept in `title_end_slot`; 0 of no value. Throws Error
/// (index_damaged).
std::uint32_t title_end(std::string_view value);

}  // namespace word_group

/// Reads a group.
class WordGroup {
 public:
  /// `bytes` must outlive this. Throws Error (index_damaged) when they are no group.
  explicit WordGroup(std::string_view bytes);

  /// How many different words there are.
  [[nodiscard]] std::uint32_t words() const { return words_; }

  /// The number, below `words`, of the word with this hash. Of a word that is not in the article,
  /// nothing or the number of another.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash) const;

  /// Appends to `positions` where the word with this number stands, rising, up to `last`.
  void add_positions(std::uint32_t word, std::uint32_t last,
                     std::vector<std::uint32_t>& positions) const;

 private:
  [[nodiscard]] std::uint64_t eight_bytes(std::uint64_t at) const;
  [[nodiscard]] std::uint64_t number(std::uint64_t begin, unsigned bits) const;
  [[nodiscard]] std::uint64_t firsts(std::uint64_t place) const;
  [[nodiscard]] std::uint64_t first_of(std::uint32_t word) const;
  [[nodiscard]] std::uint64_t end_of(std::uint64_t place) const;

  std::string_view bytes_;
  std::uint32_t words_;
  std::uint64_t count_;  ///< of positions
  word_group::Fingerprints fingerprints_;
  unsigned position_bits_;
  std::uint64_t fingerprints_begin_;  ///< in bits of the value, as the next two
  std::uint64_t firsts_begin_;
  std::uint64_t positions_begin_;
};

}  // namespace backfile
