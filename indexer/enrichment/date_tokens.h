#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// A part of a written date.
struct DateToken {
  enum Kind { number, word, sign } kind;
  std::string text;  ///< a number's digits in ASCII; a word folded and without dots; one sign
  int value = 0;     ///< of a number, of its first six digits
};

/// Numbers in digits of any script and in Chinese numerals, words, and signs but for spaces, dashes
/// and dots that only stand between the parts.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace backfile
