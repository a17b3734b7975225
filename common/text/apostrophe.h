#pragma once

namespace backfile {

/// Whether writers use `c` for an apostrophe: ' and ’, and what typewriters, phones and scanners
/// make of it (‘ ‛ ′ ´ ` ʻ ʼ ʽ ＇).
constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0x00B4 || (c >= 0x02BB && c <= 0x02BD) ||
         (c >= 0x2018 && c <= 0x2019) || c == 0x201B || c == 0x2032 || c == 0xFF07;
}

}  // namespace backfile
