#include "common/terminal/direction.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace backfile {

bool has_right_to_left(std::string_view text) {
  constexpr char32_t first = 0x590;  // Hebrew; all before is written from left to right
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    position += point.length;
    if (point.value < first) continue;
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(point.value));
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
  }
  return false;
}

std::string isolated(std::string_view text) {
  return std::string("\u2068").append(text).append("\u2069");
}

}  // namespace backfile
