#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace backfile {

/// The code points of `text`.
inline std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  read_code_points(text, letters);
  return letters;
}

/// Which of a to z occur, as a set of bits. One edit of a word changes two of them at most.
inline std::uint32_t letter_set(std::string_view word) {
  std::uint32_t set = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') set |= 1U << static_cast<unsigned>(c - 'a');
  }
  return set;
}

}  // namespace backfile
