#include "indexer/readers/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

struct Entity {
  std::string_view name;
  char32_t value;
};

constexpr std::array entities{
    Entity{"amp", U'&'},     Entity{"lt", U'<'},       Entity{"gt", U'>'},
    Entity{"quot", U'"'},    Entity{"apos", U'\''},    Entity{"nbsp", 0xA0},
    Entity{"lsquo", 0x2018}, Entity{"rsquo", 0x2019},  Entity{"sbquo", 0x201A},
    Entity{"ldquo", 0x201C}, Entity{"rdquo", 0x201D},  Entity{"bdquo", 0x201E},
    Entity{"laquo", 0xAB},   Entity{"raquo", 0xBB},    Entity{"ndash", 0x2013},
    Entity{"mdash", 0x2014}, Entity{"hellip", 0x2026}, Entity{"bull", 0x2022},
    Entity{"middot", 0xB7},  Entity{"shy", 0xAD},      Entity{"pound", 0xA3},
    Entity{"euro", 0x20AC},  Entity{"yen", 0xA5},      Entity{"cent", 0xA2},
    Entity{"copy", 0xA9},    Entity{"reg", 0xAE},      Entity{"trade", 0x2122},
    Entity{"deg", 0xB0},     Entity{"frac12", 0xBD},   Entity{"times", 0xD7},
    Entity{"auml", 0xE4},    Entity{"ouml", 0xF6},     Entity{"uuml", 0xFC},
    Entity{"Auml", 0xC4},    Entity{"Ouml", 0xD6},     Entity{"Uuml", 0xDC},
    Entity{"szlig", 0xDF},   Entity{"agrave", 0xE0},   Entity{"aacute", 0xE1},
    Entity{"acirc", 0xE2},   Entity{"atilde", 0xE3},   Entity{"aring", 0xE5},
    Entity{"aelig", 0xE6},   Entity{"ccedil", 0xE7},   Entity{"egrave", 0xE8},
    Entity{"eacute", 0xE9},  Entity{"ecirc", 0xEA},    Entity{"euml", 0xEB},
    Entity{"iacute", 0xED},  Entity{"icirc", 0xEE},    Entity{"iuml", 0xEF},
    Entity{"ntilde", 0xF1},  Entity{"oacute", 0xF3},   Entity{"ocirc", 0xF4},
    Entity{"otilde", 0xF5},  Entity{"oslash", 0xF8},   Entity{"uacute", 0xFA},
    Entity{"ucirc", 0xFB},   Entity{"ugrave", 0xF9},   Entity{"Eacute", 0xC9},
};

constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// Tags that end a line.
constexpr std::array block_tags{"p"sv,  "br"sv, "div"sv, "li"sv,         "ul"sv,     "ol"sv,
                                "tr"sv, "h1"sv, "h2"sv,  "h3"sv,         "h4"sv,     "h5"sv,
                                "h6"sv, "hr"sv, "td"sv,  "blockquote"sv, "figure"sv, "section"sv};

/// Tags that, closed, show that a text is marked up, beside the block tags.
constexpr std::array inline_tags{"a"sv,    "b"sv,    "i"sv, "em"sv,     "strong"sv, "span"sv,
                                 "body"sv, "html"sv, "u"sv, "script"sv, "style"sv};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_name_char(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

/// One tag or comment of a text.
struct Tag {
  std::string name;
  bool closing = false;
  std::size_t end = 0;  ///< behind its ">"
};

std::optional<Tag> comment_at(std::string_view text, std::size_t position) {
  if (!text.substr(position).starts_with("<!--")) return std::nullopt;
  const std::size_t end = text.find("-->", position + 4);
  return Tag{"!", false, end == std::string_view::npos ? text.size() : end + 3};
}

/// The tag that begins at `position`, where a "<" stands; nullopt when it is only a "less than".
std::optional<Tag> tag_at(std::string_view text, std::size_t position) {
  if (auto comment = comment_at(text, position)) return comment;
  constexpr std::size_t longest_tag = 4096;
  Tag tag;
  std::size_t at = position + 1;
  tag.closing = at < text.size() && text[at] == '/';
  if (tag.closing) ++at;
  for (; at < text.size() && is_name_char(text[at]); ++at) tag.name += lower(text[at]);
  const std::size_t close = text.substr(0, std::min(text.size(), at + longest_tag)).find('>', at);
  if (tag.name.empty() || close == std::string_view::npos) return std::nullopt;
  tag.end = close + 1;
  return tag;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_line_end(const Tag& tag) { return is_one_of(block_tags, tag.name); }

/// Where the content that no reader sees ends: behind "</script>" or "</style>".
std::size_t end_of_hidden(std::string_view text, const Tag& tag) {
  if (tag.closing || (tag.name != "script" && tag.name != "style")) return tag.end;
  const std::size_t close = text.find("</" + tag.name, tag.end);
  if (close == std::string_view::npos) return text.size();
  return std::min(text.find('>', close), text.size() - 1) + 1;
}

/// Where paragraphs are tagged, a single line end is only a space.
std::string join_lines(std::string_view marked_up) {
  std::string text(marked_up);
  if (text.find("<p") == std::string::npos && text.find("<br") == std::string::npos) return text;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') continue;
    const std::size_t next = std::min(text.find_first_not_of('\n', at), text.size());
    if (next - at == 1) text[at] = ' ';
    at = next - 1;
  }
  return text;
}

std::optional<char32_t> numeric_reference(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || stop != end) return std::nullopt;
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < 0x20 || value == 0x7F || value > 0x10FFFF || surrogate) return U' ';
  return windows_1252_meaning(value);
}

std::optional<char32_t> meaning_of(std::string_view reference) {
  if (reference.starts_with('#')) return numeric_reference(reference.substr(1));
  const auto* entity = std::find_if(entities.begin(), entities.end(),
                                    [&](const Entity& entry) { return entry.name == reference; });
  if (entity == entities.end()) return std::nullopt;
  return entity->value;
}

}  // namespace

char32_t windows_1252_meaning(char32_t value) {
  return value >= 0x80 && value <= 0x9F ? windows_1252[value - 0x80] : value;
}

bool is_markup(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const auto tag = tag_at(text, at);
    if (!tag) continue;
    if (is_line_end(*tag) || (tag->closing && is_one_of(inline_tags, tag->name))) return true;
  }
  return false;
}

std::string strip_markup(std::string_view marked_up) {
  const std::string text = join_lines(marked_up);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('<', at), text.size());
    out.append(text, at, open - at);
    if (open == text.size()) break;
    if (const auto tag = tag_at(text, open)) {
      if (is_line_end(*tag)) out += '\n';
      at = end_of_hidden(text, *tag);
    } else {
      out += '<';
      at = open + 1;
    }
  }
  return decode_entities(std::move(out));
}

std::string decode_entities(std::string text) {
  if (text.find('&') == std::string::npos) return text;
  constexpr std::size_t longest_reference = 10;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view near = std::string_view(text).substr(at, longest_reference);
    const std::size_t end = near.starts_with('&') ? near.find(';') : std::string_view::npos;
    const auto value =
        end != std::string_view::npos ? meaning_of(near.substr(1, end - 1)) : std::nullopt;
    if (value) {
      append_utf8(out, *value);
      at += end + 1;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace backfile
