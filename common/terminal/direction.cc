#include "common/terminal/direction.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace backfile {

namespace {

bool is_right_to_left(UCharDirection direction) {
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

/// The direction of the first character for which `wanted` holds.
template <typename Wanted>
bool first_is_right_to_left(std::string_view text, Wanted wanted) {
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    position += point.length;
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(point.value));
    if (wanted(direction)) return is_right_to_left(direction);
  }
  return false;
}

}  // namespace

bool has_right_to_left(std::string_view text) {
  return first_is_right_to_left(text, is_right_to_left);
}

bool begins_right_to_left(std::string_view text) {
  return first_is_right_to_left(text, [](UCharDirection direction) {
    return direction == U_LEFT_TO_RIGHT || is_right_to_left(direction);
  });
}

std::string isolated(std::string_view text) {
  return std::string("\u2068").append(text).append("\u2069");
}

}  // namespace backfile
