#include "searcher/output/html_text.h"

#include <algorithm>

#include "common/terminal/neutralise.h"
#include "common/text/lower_case.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

bool is_tag_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

/// Such must not stand in a page (HTML Standard, 13.2.3.5).
constexpr bool is_noncharacter(char32_t c) {
  return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

std::string without_noncharacters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    out += is_noncharacter(point.value) ? "\uFFFD" : text.substr(at, point.length);
    at += point.length;
  }
  return out;
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : without_noncharacters(neutralise(text))) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_marked(std::string_view text, const std::vector<TextRange>& matches) {
  std::string out;
  std::size_t position = 0;
  for (const TextRange& match : matches) {
    if (match.begin < position || match.begin >= text.size()) continue;
    out += html_text(text.substr(position, match.begin - position));
    out += "<mark>" + html_text(text.substr(match.begin, match.length)) + "</mark>";
    position = std::min(match.begin + match.length, text.size());
  }
  return out + html_text(text.substr(position));
}

std::string html_language(std::string_view code) {
  const bool is_tag = !code.empty() && std::all_of(code.begin(), code.end(), is_tag_character);
  return (is_tag ? " lang=\"" + std::string(code) + '"' : "") + " dir=\"auto\"";
}

bool is_web_address(std::string_view url) {
  const std::string begin = lower_case(url.substr(0, std::string_view("https://").size()));
  return begin.starts_with("http://") || begin.starts_with("https://");
}

}  // namespace backfile
