#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// Where the words of one article stand, as it is kept in `word_order_slot`: what phrases and
/// nearness are checked against. Much smaller than Xapian's table of positions, and made in one go.
///
/// Each different word is a fingerprint, so long that no two words of the article share one; the
/// fingerprints are kept in their order, coded after Elias ("Efficient storage and retrieval by
/// content and address of static files", 1974) and Fano. A row of bits tells how often each word
/// stands in the article: a one for the first time, a zero for each further. The positions follow,
/// word by word, so that those of a word are found at once.
namespace word_order {

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

  /// What was added so far is the title; what follows stands behind it.
  void end_title() { title_end_ = last_position(); }

  /// The order; empty without words. Valid until the next call of finish.
  const std::string& finish();

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Word {
    std::uint64_t hash;
    std::uint64_t fingerprint;  ///< its upper bits count
    std::uint32_t number;       ///< in order of first coming
  };
  struct Occurrence {
    std::uint32_t word;  ///< Word::number
    std::uint32_t position;
  };

  [[nodiscard]] std::uint32_t last_position() const {
    return occurrences_.empty() ? 0 : occurrences_.back().position;
  }
  std::uint32_t number_of(std::uint32_t word, std::uint64_t hash);
  void choose_fingerprints();
  bool fingerprints_differ();
  void rank_words();
  void group_positions();
  void write_fingerprints();
  void write_positions();

  std::vector<std::uint32_t> numbers_;  ///< by the caller's number; counted from 0
  std::vector<Word> words_;
  std::vector<std::uint32_t> ranks_;  ///< by Word::number
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> ends_;       ///< of the words' positions, by rank
  std::vector<std::uint32_t> positions_;  ///< word by word
  std::uint32_t title_end_ = 0;
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

  /// Appends to `positions` where the word with this number stands in the part, rising.
  void add_positions(std::uint32_t word, Part part, std::vector<std::uint32_t>& positions) const;

 private:
  std::uint32_t words_ = 0;
  unsigned bits_ = 0;  ///< of a fingerprint
  unsigned seed_ = 0;
  unsigned low_bits_ = 0;
  unsigned position_bits_ = 0;
  std::uint64_t count_ = 0;      ///< of positions
  std::uint64_t title_end_ = 0;  ///< last position of the title
  std::uint64_t high_size_ = 0;  ///< in bits
  const char* high_data_ = nullptr;
  const char* low_data_ = nullptr;
  const char* first_data_ = nullptr;  ///< which positions are the first of a word
  const char* position_data_ = nullptr;
};

}  // namespace backfile
