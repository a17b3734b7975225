#include "common/text/utf8.h"

#include <unicode/uchar.h>

#include <cstdint>
#include <cstring>

namespace backfile {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr CodePoint ill_formed(std::size_t length) { return {replacement, length, false}; }

unsigned char byte_at(std::string_view text, std::size_t position) {
  return static_cast<unsigned char>(text[position]);
}

/// How a sequence goes on after its first byte (Unicode 15, table 3-7).
struct Lead {
  std::size_t length;    ///< of the whole sequence, 0 when no sequence begins so
  unsigned char lowest;  ///< of the second byte
  unsigned char highest;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// Past the ASCII bytes from `position` on, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t position) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  while (position + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + position, sizeof bytes);
    if ((bytes & high_bits) != 0) break;
    position += sizeof bytes;
  }
  while (position < text.size() && byte_at(text, position) < 0x80) ++position;
  return position;
}

/// Where the first ill-formed part begins; the text's size when there is none.
std::size_t first_ill_formed(std::string_view text, std::size_t position) {
  while ((position = skip_ascii(text, position)) < text.size()) {
    const CodePoint point = code_point_at(text, position);
    if (!point.valid) break;
    position += point.length;
  }
  return position;
}

bool is_white(char32_t value) { return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0; }

bool continues(std::string_view text, std::size_t position) {
  return (byte_at(text, position) & 0xC0) == 0x80;
}

}  // namespace

bool is_utf8(std::string_view text) { return first_ill_formed(text, 0) == text.size(); }

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t position = 0;;) {
    const std::size_t end = first_ill_formed(text, position);
    valid.append(text.substr(position, end - position));
    if (end == text.size()) return valid;
    append_utf8(valid, replacement);
    position = end + code_point_at(text, end).length;
  }
}

CodePoint code_point_at(std::string_view text, std::size_t position) {
  const unsigned char first = byte_at(text, position);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return ill_formed(1);
  char32_t value = first & (0x7FU >> lead.length);
  for (std::size_t read = 1; read < lead.length; ++read) {
    if (position + read == text.size()) return ill_formed(read);
    const unsigned char byte = byte_at(text, position + read);
    const bool fits =
        read == 1 ? byte >= lead.lowest && byte <= lead.highest : (byte & 0xC0) == 0x80;
    if (!fits) return ill_formed(read);
    value = (value << 6) | (byte & 0x3FU);
  }
  return {value, lead.length, true};
}

void read_code_points(std::string_view text, std::u32string& points) {
  points.clear();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.value;
    at += point.length;
  }
}

void append_utf8(std::string& text, char32_t value) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement;
  if (value < 0x80) return add(value);
  if (value < 0x800) {
    add(0xC0 | (value >> 6));
  } else if (value < 0x10000) {
    add(0xE0 | (value >> 12));
    add(0x80 | ((value >> 6) & 0x3F));
  } else {
    add(0xF0 | (value >> 18));
    add(0x80 | ((value >> 12) & 0x3F));
    add(0x80 | ((value >> 6) & 0x3F));
  }
  add(0x80 | (value & 0x3F));
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text;
  // A sequence has at most three bytes after its first; stray ones stand for themselves.
  std::size_t start = bytes;
  while (start > 0 && bytes - start < 3 && continues(text, start)) --start;
  return text.substr(0, start + code_point_at(text, start).length > bytes ? start : bytes);
}

std::string collapse_spaces(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool gap = false;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    if (is_white(point.value)) {
      gap = true;
    } else {
      if (gap && !collapsed.empty()) collapsed += ' ';
      gap = false;
      collapsed.append(text.substr(position, point.length));
    }
    position += point.length;
  }
  return collapsed;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && is_white(code_point_at(text, begin).value)) {
    begin += code_point_at(text, begin).length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && end - last < 4 && continues(text, last)) --last;
    const CodePoint point = code_point_at(text, last);
    if (last + point.length != end || !is_white(point.value)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

}  // namespace backfile
