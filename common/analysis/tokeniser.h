#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/analysis/analyser.h"
#include "common/analysis/characters.h"
#include "common/analysis/dictionary_breaker.h"
#include "common/analysis/word_scanner.h"

namespace backfile {

/// Divides a text into tokens; see Analyser. Words of ASCII letters take a fast path, everything
/// else is scanned character by character.
class Tokeniser {
 public:
  void read(std::string_view text);
  bool next(Token& token);

 private:
  static constexpr std::size_t longest_plain_word = 64;
  static constexpr std::size_t most_parts = 4;  ///< of a compound

  /// A token that is ready, with its texts.
  struct Ready {
    std::string form;
    std::string hyphenated;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t position = 0;
    TokenKind kind = TokenKind::word;
  };

  void skip_to_word();
  bool plain_word(Token& token);
  void scan();

  void scan_words();
  std::size_t scan_parts();
  [[nodiscard]] std::size_t hyphen_length(const Word& before) const;
  void add_words(std::span<const Word> parts, bool in_chain);
  void add_compound(std::span<const Word> parts);

  void scan_sign(const Character& sign);
  [[nodiscard]] bool begins_sign(const Character& sign) const;
  void add_sign(const Word& word);
  [[nodiscard]] std::size_t handle_end(std::size_t position) const;

  void scan_ideograph();
  [[nodiscard]] std::size_t ideograph_end(std::size_t begin) const;

  void scan_unspaced();
  [[nodiscard]] std::size_t unspaced_end() const;

  Ready& add(TokenKind kind, std::size_t begin, std::size_t end);
  void drop_last() { --ready_count_; }
  void deliver(Token& token);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t position_ = 0;  ///< of the next word

  WordScanner scanner_;
  std::array<Word, most_parts + 1> parts_;
  std::size_t chain_goes_on_at_ = 0;  ///< the next part of a chain too long for a compound
  std::size_t words_end_ = 0;         ///< where the last words from the scanner end
  std::size_t sign_begin_ = 0;        ///< of the sign before the word, when there is one
  bool has_sign_ = false;

  DictionaryBreaker breaker_;
  std::size_t run_begin_ = 0;  ///< of the run that breaker_ reads
  std::size_t run_end_ = 0;

  std::array<char, longest_plain_word> plain_{};
  std::array<Ready, most_parts + 3> ready_;  ///< the parts of a chain, its compound and its sign
  std::size_t ready_count_ = 0;
  std::size_t delivered_ = 0;
};

}  // namespace backfile
