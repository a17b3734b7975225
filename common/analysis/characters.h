#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

/// What a character can do in a word; after Unicode's Standard Annex #29, section 4.1, with what
/// news writes beside.
enum class CharacterClass : std::uint8_t {
  separator,    ///< all else; also bytes that are not UTF-8
  letter,       ///< of scripts whose words are set apart by spaces
  digit,        ///< of any script
  mark,         ///< goes with the letter before it
  ignorable,    ///< soft hyphen, joiners, direction marks
  ideograph,    ///< Han and kana: written without spaces
  unspaced,     ///< Thai, Lao, Khmer, Myanmar: words need a dictionary
  apostrophe,   ///< between letters: O'Brien; also the interior dots of Catalan and Hebrew
  hyphen,       ///< -, U+2010, U+2011
  dash,         ///< figure dash and en dash, which some write for hyphens
  dot,          ///< U.S., 3.5
  comma,        ///< 1,234
  ampersand,    ///< AT&T
  plus,         ///< C++
  hash_or_at,   ///< #MeToo, @bbcnews, C#
  currency,     ///< £7.5m
  underscore,   ///< @bbc_news
  beyond_ascii  ///< only in the table of bytes: to be decoded first
};

namespace characters {

constexpr CharacterClass ascii_class(unsigned char byte) {
  using enum CharacterClass;
  if (byte >= 0x80) return beyond_ascii;
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return letter;
  if (byte >= '0' && byte <= '9') return digit;
  switch (byte) {
    case '\'':
    case '`':
      return apostrophe;
    case '-':
      return hyphen;
    case '.':
      return dot;
    case ',':
      return comma;
    case '&':
      return ampersand;
    case '+':
      return plus;
    case '#':
    case '@':
      return hash_or_at;
    case '$':
      return currency;
    case '_':
      return underscore;
    default:
      return separator;
  }
}

/// The class of each byte.
inline constexpr auto byte_classes = [] {
  std::array<CharacterClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    classes[byte] = ascii_class(static_cast<unsigned char>(byte));
  }
  return classes;
}();

}  // namespace characters

/// The class of a byte of UTF-8; `beyond_ascii` when it is not a character by itself.
constexpr CharacterClass class_of_byte(char byte) {
  return characters::byte_classes[static_cast<unsigned char>(byte)];
}

/// The class of any code point.
CharacterClass class_of(char32_t value);

/// A character in its text.
struct Character {
  char32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0 at the end of the text
  CharacterClass kind = CharacterClass::separator;

  /// Whether a word that reaches this character goes on with it.
  [[nodiscard]] bool is_word_part() const {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark;
  }

  [[nodiscard]] bool begins_word() const {
    return kind == CharacterClass::letter || kind == CharacterClass::digit;
  }
};

/// The character at `position`; a separator of length 0 at the end of `text` and beyond.
Character character_at(std::string_view text, std::size_t position);

}  // namespace backfile
