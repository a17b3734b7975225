#include "common/terminal/display_width.h"

#include <unicode/uchar.h>

#include <cstdint>

#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

/// Vowels and final consonants of Hangul, which join the syllable before them.
constexpr bool is_joining_jamo(char32_t c) {
  return (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

bool is_invisible(char32_t c) {
  if (c == soft_hyphen ||
      u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_PREPENDED_CONCATENATION_MARK) != 0) {
    return false;
  }
  constexpr std::uint32_t none = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & none) != 0 || is_joining_jamo(c);
}

bool is_wide(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

}  // namespace

std::size_t display_width(char32_t character) {
  if (character >= U'\t' && character <= U'\r') return 1;
  if (character < 0x80) return character < 0x20 || character == 0x7F ? 0 : 1;
  if (is_invisible(character)) return 0;
  return is_wide(character) ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    columns += display_width(point.value);
    position += point.length;
  }
  return columns;
}

std::string_view display_prefix(std::string_view text, std::size_t columns) {
  std::size_t position = 0;
  for (std::size_t used = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    used += display_width(point.value);
    if (used > columns) break;
    position += point.length;
  }
  return text.substr(0, position);
}

}  // namespace backfile
