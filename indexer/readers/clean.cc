#include "indexer/readers/clean.h"

#include <algorithm>
#include <cstdint>

#include "common/text/utf8.h"
#include "indexer/readers/markup.h"

namespace backfile {
namespace {

constexpr std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

/// Whether the character at `at` of valid UTF-8 is one that does not stay as it is: a control
/// character, U+0080–009F, U+2028, U+2029, U+FEFF, U+FFFE or U+FFFF.
constexpr bool is_special(std::string_view text, std::size_t at) {
  const std::uint8_t byte = byte_at(text, at);
  if (byte < 0x20) return byte != '\n' && byte != '\t';
  if (byte < 0xC2) return byte == 0x7F;
  const std::uint8_t second = byte_at(text, at + 1);
  if (byte == 0xC2) return second < 0xA0;
  const std::uint8_t third = byte_at(text, at + 2);
  if (byte == 0xE2) return second == 0x80 && (third == 0xA8 || third == 0xA9);
  return byte == 0xEF && ((second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE));
}

constexpr bool is_line_end(char32_t value) {
  return value == U'\r' || value == U'\v' || value == U'\f' || value == 0x85 || value == 0x2028 ||
         value == 0x2029;
}

constexpr bool is_ignored(char32_t value) {
  return (value < 0x20 && value != U'\n' && value != U'\t') || (value >= 0x7F && value <= 0x9F) ||
         value == 0xFEFF || value == 0xFFFE || value == 0xFFFF;
}

void append_clean(std::string& out, char32_t value) {
  if (is_line_end(value)) {
    out += '\n';
  } else if (const char32_t meant = windows_1252_meaning(value); !is_ignored(meant)) {
    append_utf8(out, meant);
  }
}

std::string clean_valid(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_special(text, at)) {
      ++at;
      continue;
    }
    out += text.substr(copied, at - copied);
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    copied = at;
    const bool with_newline = point.value == U'\r' && byte_at(text, at) == '\n';
    if (!with_newline) append_clean(out, point.value);
  }
  out += text.substr(copied);
  return out;
}

}  // namespace

std::string clean_text(std::string_view text) {
  return is_utf8(text) ? clean_valid(text) : clean_valid(to_valid_utf8(text));
}

std::string clean_line(std::string_view text) {
  return collapse_spaces(decode_entities(clean_text(text)));
}

std::string tidy_paragraphs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view paragraph = trim(text.substr(start, end - start));
    if (!paragraph.empty()) {
      if (!out.empty()) out += '\n';
      out += paragraph;
    }
    start = end + 1;
  }
  return out;
}

std::string clean_body(std::string_view text) {
  std::string clean = clean_text(text);
  if (is_markup(clean)) return tidy_paragraphs(strip_markup(clean));
  return tidy_paragraphs(decode_entities(std::move(clean)));
}

}  // namespace backfile
