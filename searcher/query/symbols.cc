#include "searcher/query/symbols.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace backfile {

bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool has_word(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    if (u_isalnum(static_cast<UChar32>(point.value))) return true;
    position += point.length;
  }
  return false;
}

bool is_address(std::string_view text) {
  const std::size_t length = name_length(text);
  return length > 0 && text.substr(length).starts_with("://");
}

std::size_t name_length(std::string_view text) {
  std::size_t position = 0;
  while (position < text.size()) {
    const CodePoint point = code_point_at(text, position);
    if (point.value != U'_' && !u_isalpha(static_cast<UChar32>(point.value))) break;
    position += point.length;
  }
  return position;
}

int small_number(std::string_view text, int limit) {
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return 0;
    value = std::min(value * 10 + (digit - '0'), limit);
  }
  return value;
}

}  // namespace backfile
