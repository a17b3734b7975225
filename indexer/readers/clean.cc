#include "indexer/readers/clean.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/readers/markup.h"

namespace backfile {
namespace {

constexpr bool is_plain_ascii(unsigned char byte) {
  return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
}

/// Whether nothing in valid UTF-8 `text` needs the slow way.
bool is_clean(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_plain_ascii(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2 && byte != 0xEF);
  });
}

constexpr bool is_line_end(char32_t value) {
  return value == U'\r' || value == U'\v' || value == U'\f' || value == 0x85 || value == 0x2028 ||
         value == 0x2029;
}

constexpr bool is_ignored(char32_t value) {
  return (value < 0x20 && value != U'\n' && value != U'\t') || value == 0x7F || value == 0xFEFF ||
         value == 0xFFFE || value == 0xFFFF;
}

void append_clean(std::string& out, char32_t value) {
  if (is_line_end(value)) {
    out += '\n';
  } else if (!is_ignored(value)) {
    append_utf8(out, windows_1252_meaning(value));
  }
}

std::string clean_valid(std::string_view text) {
  if (is_clean(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    position += point.length;
    if (point.value == U'\r' && position < text.size() && text[position] == '\n') continue;
    append_clean(out, point.value);
  }
  return out;
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

}  // namespace

std::string clean_text(std::string_view text) {
  return is_utf8(text) ? clean_valid(text) : clean_valid(to_valid_utf8(text));
}

std::string clean_line(std::string_view text) {
  return collapse_spaces(decode_entities(clean_text(text)));
}

std::string clean_body(std::string_view text) {
  std::string clean = clean_text(text);
  if (is_markup(clean)) return tidy_paragraphs(strip_markup(clean));
  return tidy_paragraphs(decode_entities(std::move(clean)));
}

}  // namespace backfile
