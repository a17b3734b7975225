#include "common/terminal/paint.h"

namespace backfile {
namespace {

/// Parameters of "select graphic rendition" (ECMA-48). Only colours that are readable on light and
/// on dark backgrounds.
constexpr std::string_view rendition(Look look) {
  switch (look) {
    case Look::plain:
      return {};
    case Look::strong:
      return "1";
    case Look::match:
      return "1;31";
    case Look::faint:
      return "2";
    case Look::bar:
      return "36";
    case Look::error:
      return "1;31";
    case Look::hint:
      return "1;36";
  }
  return {};
}

}  // namespace

void paint(std::string& out, std::string_view text, Look look, bool color) {
  if (!color || look == Look::plain || text.empty()) {
    out += text;
    return;
  }
  out.append("\x1b[").append(rendition(look)).append("m").append(text).append("\x1b[0m");
}

std::string painted(std::string_view text, Look look, bool color) {
  std::string out;
  paint(out, text, look, color);
  return out;
}

}  // namespace backfile
