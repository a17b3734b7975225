#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/index/word_group.h"

namespace backfile {

/// Gathers where the words of one article stand, and makes the values of it that an index keeps
/// (see word_group). Words of the title come first, then those of the text, then those of fields
/// that have prefixes. Reuse it.
///
/// Two words of one hash count as one.
class WordOrder {
 public:
  /// With its slot.
  using Value = std::pair<int, std::string>;

  void clear();

  /// Notes that `word` stands at `position` (from 1, never before the last one). Words have small
  /// numbers of the caller's, and each its own hash (word_group::hash_of).
  void add(std::uint32_t word, std::uint64_t hash, std::uint32_t position);

  /// What was added so far is the title; what follows stands behind it.
  void end_title() { title_end_ = last_position(); }

  /// The values, by slot. Call it once, after the last word; valid until it is called again.
  std::span<const Value> finish();

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Word {
    std::uint64_t hash;
    std::uint32_t number;  ///< in order of first coming
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< of its positions
    std::uint64_t fingerprint = 0;
  };
  struct Occurrence {
    std::uint32_t word;  ///< Word::number
    std::uint32_t position;
  };

  [[nodiscard]] std::uint32_t last_position() const {
    return occurrences_.empty() ? 0 : occurrences_.back().position;
  }
  std::uint32_t number_of(std::uint32_t word, std::uint64_t hash);
  void sort_words();
  void sort_positions();
  void add_title_end();
  void add_groups();
  std::string group_of(std::span<Word> words) const;
  void put_bits(std::string& group, std::span<const Word> words, unsigned of_fingerprint,
                unsigned of_position) const;

  std::vector<std::uint32_t> numbers_;  ///< by the caller's number; counted from 0
  std::vector<Word> words_;
  std::vector<std::uint32_t> places_;  ///< in `words_` when it is sorted, by Word::number
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> positions_;  ///< word by word
  std::uint32_t title_end_ = 0;
  std::vector<Value> values_;
};

}  // namespace backfile
