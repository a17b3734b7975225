#include <algorithm>
#include <array>

#include "indexer/readers/html/html.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view spaces = " \t\r\n\f";

/// Tags that a page begins with when it leaves out its doctype. XML formats have none of these.
constexpr std::array first_tags{"!doctype html"sv, "html"sv, "head"sv,   "body"sv, "meta"sv,
                                "title"sv,         "link"sv, "script"sv, "div"sv,  "base"sv,
                                "style"sv,         "p"sv,    "table"sv,  "h1"sv,   "center"sv};

bool starts_with(std::string_view text, std::string_view tag) {
  if (text.size() <= tag.size()) return false;
  const bool same = std::equal(tag.begin(), tag.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
  });
  return same && std::string_view(" \t\r\n\f/>").find(text[tag.size()]) != std::string_view::npos;
}

/// `text` from its next tag on, or empty.
std::string_view at_tag(std::string_view text) {
  const std::size_t at = text.find_first_not_of(spaces);
  const bool tag = at != std::string_view::npos && text[at] == '<';
  return tag ? text.substr(at) : std::string_view();
}

std::string_view behind(std::string_view text, std::string_view close) {
  const std::size_t end = text.find(close);
  return end == std::string_view::npos ? std::string_view() : text.substr(end + close.size());
}

}  // namespace

bool is_html(std::string_view text) {
  text = at_tag(text);
  while (text.starts_with("<!--") || text.starts_with("<?")) {
    text = at_tag(behind(text, text[1] == '!' ? "-->" : ">"));
  }
  return text.size() > 1 && std::any_of(first_tags.begin(), first_tags.end(),
                                        [&](auto tag) { return starts_with(text.substr(1), tag); });
}

}  // namespace backfile
