#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/field.h"

namespace backfile {

/// The words of one article in their order, as they are kept in `word_order_slot`: what phrases and
/// nearness are checked against. Much smaller than Xapian's table of positions, and made and read
/// in one go.
///
/// Each different word is a fingerprint, so long that no two words of the article share one; the
/// fingerprints are kept in their order, coded after Elias ("Efficient storage and retrieval by
/// content and address of static files", 1974) and Fano. The text is a row of symbols of equal
/// length: a word's place among the fingerprints, or one of the `WordOrderSymbol`s.
namespace word_order {

/// Symbols that are no word; those of words follow.
enum Symbol : std::uint32_t {
  same,  ///< the next word stands where the last one stands
  gap,   ///< `field_gap` positions without a word
  hole,  ///< one position without a word
  first_word
};

/// The hash by which an order knows a term.
std::uint64_t hash_of(std::string_view term);

}  // namespace word_order

/// Makes the order of one article. Words of the title come first, then those of the text, then
/// those of fields that have prefixes. Reuse it.
///
/// Two words of one hash count as one.
class WordOrderWriter {
 public:
  void clear();

  /// Notes that `word` stands at `position` (from 1, never before the last one). Words have small
  /// numbers of the caller's, and each its own hash (word_order::hash_of).
  void add(std::uint32_t word, std::uint64_t hash, std::uint32_t position);

  /// What was added so far is the title.
  void end_title() { title_symbols_ = symbols_.size(); }

  /// The order; empty without words. Valid until the next call of finish.
  const std::string& finish();

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Word {
    std::uint64_t hash;
    std::uint64_t fingerprint;  ///< its upper bits count
    std::uint32_t number;       ///< in order of first coming
  };

  std::uint32_t number_of(std::uint32_t word, std::uint64_t hash);
  void choose_fingerprints();
  bool fingerprints_differ();
  void rank_words();
  void write_fingerprints();
  void write_symbols();

  std::vector<std::uint32_t> numbers_;  ///< by the caller's number; counted from 0
  std::vector<Word> words_;
  std::vector<std::uint32_t> ranks_;  ///< by Word::number
  std::vector<std::uint32_t> symbols_;
  std::vector<std::uint64_t> high_bits_;
  std::uint32_t position_ = 0;
  std::size_t title_symbols_ = 0;
  std::uint32_t distinct_ = 0;
  unsigned bits_ = 0;
  unsigned seed_ = 0;
  std::string bytes_;
};

/// Reads an order.
class WordOrder {
 public:
  /// `bytes` must outlive this. Throws Error (index_damaged) when they are no order.
  explicit WordOrder(std::string_view bytes);

  /// How many different words there are.
  [[nodiscard]] std::uint32_t words() const { return words_; }

  /// The number, below `words`, of the word with this hash. Of a word that is not in the article,
  /// nothing or, rarely, the number of another.
  [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash) const;

  /// Which part of the article is read.
  enum class Part : bool { all, title };

  /// Calls `visit(word, position)` for each word of the part, in order of position. Throws Error
  /// (index_damaged).
  template <typename Visit>
  void for_each(Part part, Visit&& visit) const {
    std::uint64_t bit = 0;
    std::uint32_t position = 0;
    const std::uint64_t end = (part == Part::title ? title_symbols_ : symbols_) * symbol_bits_;
    for (; bit < end; bit += symbol_bits_) {
      const std::uint64_t symbol = (load(symbol_data_ + bit / 8) >> (bit % 8)) & symbol_mask_;
      const std::uint64_t word = symbol - word_order::first_word;  // immense for no word
      if (word < words_) {
        visit(static_cast<std::uint32_t>(word), ++position);
      } else {
        position += step(symbol);
      }
    }
  }

 private:
  static std::uint64_t load(const char* bytes) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
    return value;
  }

  static std::uint32_t step(std::uint64_t symbol);
  [[nodiscard]] std::uint64_t high_bits(std::uint64_t index) const;
  [[nodiscard]] std::uint64_t bucket_begin(std::uint64_t bucket) const;

  std::uint32_t words_ = 0;
  unsigned bits_ = 0;  ///< of a fingerprint
  unsigned seed_ = 0;
  unsigned low_bits_ = 0;
  unsigned symbol_bits_ = 0;
  std::uint64_t symbol_mask_ = 0;
  std::uint64_t symbols_ = 0;
  std::uint64_t title_symbols_ = 0;
  std::uint64_t high_size_ = 0;  ///< in bits
  const char* high_data_ = nullptr;
  const char* low_data_ = nullptr;
  const char* symbol_data_ = nullptr;
};

}  // namespace backfile
