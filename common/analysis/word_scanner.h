#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/analysis/characters.h"

namespace backfile {

/// A word, number or part of a hyphenated word in its text.
struct Word {
  std::string form;       ///< folded; empty when nothing of it is left
  std::size_t begin = 0;  ///< byte range, without an elided article, with a possessive ending
  std::size_t end = 0;
  std::size_t next = 0;  ///< where to read on

  [[nodiscard]] bool is_number() const {
    return !form.empty() && form.front() >= '0' && form.front() <= '9';
  }
};

/// The most bytes of a form, well below Xapian's limit of 245 for a term with its prefix.
inline constexpr std::size_t longest_form = 200;

/// Takes the apostrophes out of a folded word that its compatibility forms brought along, and cuts
/// it to 64 code points and `longest_form` bytes.
void settle_form(std::string& form);

/// Finds where words end: at spaces and signs, but not in O'Brien, U.S., AT&T, C++, 1,234.5. Drops
/// what is not part of the word: apostrophes, possessive endings, elided articles, thousands
/// separators, hyphens at line ends.
class WordScanner {
 public:
  void read(std::string_view text) { text_ = text; }

  /// The word whose first letter or digit stands at `position`.
  void scan(std::size_t position, Word& word);

 private:
  [[nodiscard]] Character here() const { return character_at(text_, at_); }
  [[nodiscard]] Character after(const Character& character) const {
    return character_at(text_, at_ + character.length);
  }

  void take(const Character& character);
  bool step();

  bool take_acronym();
  [[nodiscard]] std::size_t initial_end(std::size_t position) const;
  [[nodiscard]] std::size_t acronym_end() const;

  void take_number();
  std::size_t take_digits();
  void take_thousands();
  void take_fraction();
  [[nodiscard]] bool has_thousands() const;

  bool take_apostrophe(const Character& apostrophe);
  bool take_possessive();
  [[nodiscard]] std::size_t possessive_length(std::size_t position) const;
  bool take_ampersand(const Character& ampersand);
  bool skip_line_end(const Character& hyphen);
  void take_plus_plus();
  void take_sharp(const Character& sharp);

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  CharacterClass last_ = CharacterClass::separator;  ///< of what was taken last, marks aside
  std::string raw_;                                  ///< what is to be folded
};

}  // namespace backfile
