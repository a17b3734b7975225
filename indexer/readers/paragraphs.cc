#include "indexer/readers/paragraphs.h"

#include <algorithm>
#include <cstddef>

#include "common/text/utf8.h"

namespace backfile {
namespace {

/// Lines longer than this were never wrapped at a margin.
constexpr std::size_t widest_margin = 100;

/// Characters, not bytes.
std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// The margin at which the lines were wrapped; 0 when they were not.
std::size_t margin_of(std::span<const std::string_view> lines) {
  std::size_t widest = 0;
  for (const std::string_view line : lines) widest = std::max(widest, width_of(line));
  return widest <= widest_margin ? widest : 0;
}

bool is_list_item(std::string_view line) {
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("•") ||
         line.starts_with("–") || line.starts_with("·");
}

bool is_wrapped(std::string_view line, std::string_view next, std::size_t margin) {
  if (margin == 0 || is_list_item(next) || line.find(' ') == std::string_view::npos) return false;
  return width_of(line) + 1 + width_of(next.substr(0, next.find(' '))) > margin;
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(trim(text.substr(start, end - start)));
    start = end + 1;
  }
  return lines;
}

std::string to_paragraphs(std::span<const std::string_view> lines) {
  const std::size_t margin = margin_of(lines);
  std::string text;
  std::string_view previous;
  bool blank_between = false;
  for (const std::string_view line : lines) {
    if (line.empty()) {
      blank_between = true;
      continue;
    }
    if (line == previous) continue;
    if (!text.empty()) {
      const bool joined = !blank_between && is_wrapped(previous, line, margin);
      if (!joined) text += '\n';
      if (joined && !previous.ends_with('-')) text += ' ';
    }
    text += line;
    previous = line;
    blank_between = false;
  }
  return text;
}

}  // namespace backfile
