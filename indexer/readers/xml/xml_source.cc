#include "indexer/readers/xml/xml_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

#include "common/text/utf8.h"
#include "indexer/readers/markup.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t piece_bytes = 8UL * 1024;
constexpr std::size_t longest_reference = 12;
constexpr std::string_view spaces = " \t\r\n";

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_high(char c) { return (c & 0x80) != 0; }

constexpr bool is_name_char(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || is_high(c);
}

/// Neither a line end nor a tab, which are the only ones that XML allows.
constexpr bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && spaces.find(c) == std::string_view::npos;
}

constexpr bool is_plain(char c) { return c != '&' && c != '<' && !is_high(c) && !is_control(c); }

/// What may follow a "<" that is more than a "less than".
constexpr bool begins_markup(char c) {
  return is_letter(c) || is_high(c) || "/!?_"sv.find(c) != std::string_view::npos;
}

/// The encoding that an XML declaration names, in lower case; or "".
std::string declared(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, std::min(bytes.find("?>"), std::size_t{200}));
  const std::size_t key = start.find("encoding");
  if (!start.starts_with("<?xml") || key == std::string_view::npos) return {};
  const std::size_t open = start.find_first_of("\"'", key);
  if (open == std::string_view::npos) return {};
  std::string name;
  for (const char c : start.substr(open + 1, start.find(start[open], open + 1) - open - 1)) {
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

/// Characters of XML 1.0, section 2.2.
bool is_character(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != end) return false;
  return value == 9 || value == 10 || value == 13 || (value >= 0x20 && value <= 0xD7FF) ||
         (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF);
}

constexpr std::array predefined{"amp"sv, "lt"sv, "gt"sv, "quot"sv, "apos"sv};

bool is_predefined(std::string_view name) {
  return std::find(predefined.begin(), predefined.end(), name) != predefined.end();
}

/// "nbsp" → "&#160;": as numbers they stand in any charset; "" for a name that HTML does not have.
std::string as_number(std::string_view name) {
  const std::string named = "&" + std::string(name) + ";";
  const std::string text = decode_entities(named);
  if (text == named) return {};
  return "&#" + std::to_string(static_cast<std::uint32_t>(code_point_at(text, 0).value)) + ";";
}

}  // namespace

XmlSource::XmlSource(std::string_view bytes) : bytes_(bytes), charset_(charset_of(bytes)) {
  if (charset_ == Charset::wide) return;
  if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  at_ = std::min(bytes_.find_first_not_of(spaces, at_), bytes_.size());
}

XmlSource::Charset XmlSource::charset_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
      bytes.substr(0, 4).find('\0') != std::string_view::npos) {
    return Charset::wide;
  }
  const std::string charset = declared(bytes);
  if (charset.empty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" ||
      charset.starts_with("utf-16")) {
    return Charset::utf8;
  }
  // Much that is declared as Latin-1 has become UTF-8 on its way; the reverse is no valid UTF-8.
  constexpr std::size_t sample = 64UL * 1024;
  const std::string_view start = utf8_prefix(bytes, sample);
  return std::any_of(start.begin(), start.end(), is_high) && backfile::is_utf8(start)
             ? Charset::utf8
             : Charset::other;
}

/// Where the next piece ends: not within a reference, a character or the start of a tag.
std::size_t XmlSource::piece_end() const {
  const std::size_t end = std::min(at_ + piece_bytes, bytes_.size());
  if (end == bytes_.size()) return end;
  const std::size_t safe = end - longest_reference;
  const std::size_t cut = bytes_.substr(0, end).find_first_of("&<", safe);
  if (cut != std::string_view::npos) return cut;
  std::size_t start = end;
  while (start > safe && (bytes_[start] & 0xC0) == 0x80) --start;
  return start;
}

std::string_view XmlSource::next() {
  if (at_ == bytes_.size()) return {};
  do {
    const std::size_t end =
        charset_ == Charset::wide ? std::min(at_ + piece_bytes, bytes_.size()) : piece_end();
    const std::string_view piece = bytes_.substr(at_, end - at_);
    at_ = end;
    watch_tags(piece);
    if (charset_ == Charset::wide) return piece;
    repair(piece);
  } while (repaired_.empty() && at_ < bytes_.size());
  return repaired_;
}

/// Attributes are counted by their quotes, from the start of a tag to the start of the next: what
/// stands between them may look like anything.
void XmlSource::watch_tags(std::string_view piece) {
  constexpr std::ptrdiff_t most_quotes = 20'000;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find('<', at), piece.size());
    if (in_tag_) {
      const std::string_view inside = piece.substr(at, end - at);
      quotes_ += std::count(inside.begin(), inside.end(), '"') +
                 std::count(inside.begin(), inside.end(), '\'');
      endless_tag_ = endless_tag_ || quotes_ > most_quotes;
    }
    if (end == piece.size()) return;
    const char next = end + 1 < piece.size() ? piece[end + 1] : '\0';
    in_tag_ = charset_ == Charset::wide || is_letter(next) || next == '_' || is_high(next);
    quotes_ = 0;
    at = end + 1;
  }
}

void XmlSource::repair(std::string_view piece) {
  repaired_.clear();
  for (std::size_t at = 0; at < piece.size();) {
    std::size_t end = at;
    while (end < piece.size() && is_plain(piece[end])) ++end;
    repaired_ += piece.substr(at, end - at);
    at = end == piece.size() ? end : repair_at(piece, end);
  }
}

/// Appends what becomes of the character at `at`; where the next one stands.
std::size_t XmlSource::repair_at(std::string_view piece, std::size_t at) {
  if (piece[at] == '&') return reference_at(piece, at);
  if (is_high(piece[at])) return high_byte_at(piece, at);
  if (piece[at] == '<') {
    const bool markup = at + 1 < piece.size() && begins_markup(piece[at + 1]);
    repaired_ += markup ? "<" : "&lt;";
  } else if (piece[at] == '\v' || piece[at] == '\f') {
    repaired_ += '\n';
  }
  return at + 1;
}

std::size_t XmlSource::reference_at(std::string_view piece, std::size_t at) {
  const std::string_view near = piece.substr(at + 1, longest_reference);
  const std::size_t end = near.find(';');
  const std::string_view name = near.substr(0, end);
  if (end == std::string_view::npos || name.empty()) {
    repaired_ += "&amp;";
    return at + 1;
  }
  const bool number = name.starts_with('#');
  if (number && !is_character(name.substr(1))) return at + 1 + end + 1;
  if (!number && !std::all_of(name.begin(), name.end(), is_name_char)) {
    repaired_ += "&amp;";
    return at + 1;
  }
  const std::string value = number || is_predefined(name) ? std::string() : as_number(name);
  repaired_ += value.empty() ? piece.substr(at, end + 2) : std::string_view(value);
  return at + 1 + end + 1;
}

std::size_t XmlSource::high_byte_at(std::string_view piece, std::size_t at) {
  if (charset_ == Charset::other) {
    repaired_ += piece[at];
    return at + 1;
  }
  const CodePoint point = code_point_at(piece, at);
  const bool allowed = point.value != 0xFFFE && point.value != 0xFFFF;
  if (!point.valid) {
    append_utf8(repaired_, windows_1252_meaning(static_cast<unsigned char>(piece[at])));
    return at + 1;
  }
  if (allowed) repaired_ += piece.substr(at, point.length);
  return at + point.length;
}

}  // namespace backfile
