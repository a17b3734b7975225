#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

/// Whether `text` is well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong forms).
bool is_utf8(std::string_view text);

/// `text` itself when it is well-formed; else with every maximal ill-formed part replaced by
/// U+FFFD, as the Unicode Standard recommends (section 3.9).
std::string to_valid_utf8(std::string_view text);

/// One code point of well- or ill-formed UTF-8.
struct CodePoint {
  char32_t value = 0;      ///< U+FFFD for an ill-formed part
  std::size_t length = 0;  ///< bytes it took, at least 1
  bool valid = true;
};

/// Reads the code point at `position`, which must be inside `text`.
CodePoint code_point_at(std::string_view text, std::size_t position);

/// The code points of `text`, into `points`, which may be used again and again.
void read_code_points(std::string_view text, std::u32string& points);

/// Appends `value` as UTF-8.
void append_utf8(std::string& text, char32_t value);

/// The longest prefix of at most `bytes` bytes that ends between two code points.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

/// Runs of white space (also no-break spaces and line ends) become one space; none at either end.
std::string collapse_spaces(std::string_view text);

/// Without white space at either end, Unicode's included.
std::string_view trim(std::string_view text);

}  // namespace backfile
