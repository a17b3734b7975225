#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Whether `c` opens or closes a phrase: straight, curly and low quotes, guillemets, and the quotes
/// of East Asian writing. Single quotes are apostrophes (common/text/apostrophe.h).
constexpr bool is_quote(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0x00AB || c == 0x00BB ||
         (c >= 0x300C && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || c == 0xFF02;
}

/// Whether `c` excludes the word it stands before: the hyphen and what word processors and phones
/// make of it. An em dash never does: it is punctuation between words.
constexpr bool is_minus(char32_t c) {
  return c == U'-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

constexpr bool is_opening_bracket(char32_t c) { return c == U'(' || c == 0xFF08; }
constexpr bool is_closing_bracket(char32_t c) { return c == U')' || c == 0xFF09; }

/// Also a no-break space, as everything that Unicode calls white space.
bool is_space(char32_t c);

/// Whether `text` has a letter or a digit of any script.
bool has_word(std::string_view text);

/// Whether `text` begins as a web address does: "https://".
bool is_address(std::string_view text);

/// The length of the letters and underscores that `text` begins with.
std::size_t name_length(std::string_view text);

/// The number that the digits `text` are; `limit` when it is greater; 0 when `text` is not digits.
int small_number(std::string_view text, int limit);

}  // namespace backfile
