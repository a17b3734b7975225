#include "searcher/output/marked_text.h"

#include <algorithm>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/wrap.h"

namespace backfile {
namespace {

void append_piece(std::string& out, std::string_view piece, Look look, bool color) {
  paint(out, neutralise_line(piece), look, color);
}

/// The part of `match` that lies between `begin` and `end`, begun not before `begin`.
TextRange cut(const TextRange& match, std::size_t begin, std::size_t end) {
  const std::size_t from = std::clamp(match.begin, begin, end);
  const std::size_t length = std::min(match.length, end - from);
  const std::size_t lost = from > match.begin ? std::min(from - match.begin, match.length) : 0;
  return {from, std::min(match.length - lost, length)};
}

/// `begin` and `end`: of the line, in bytes of the whole text.
void append_line(std::string& out, const MarkedText& marked, std::size_t begin, std::size_t end,
                 bool color) {
  std::size_t position = begin;
  for (const TextRange& match : marked.matches) {
    const TextRange part = cut(match, position, end);
    if (part.length == 0) continue;
    append_piece(out, marked.text.substr(position, part.begin - position), marked.look, color);
    append_piece(out, marked.text.substr(part.begin, part.length), Look::match, color);
    position = part.begin + part.length;
  }
  append_piece(out, marked.text.substr(position, end - position), marked.look, color);
}

}  // namespace

void append_marked(std::string& out, const MarkedText& marked, std::size_t indent,
                   std::size_t width, bool color) {
  bool first = true;
  for (const std::string_view line : wrap(marked.text, width)) {
    if (!first) out.append(indent, ' ');
    first = false;
    const auto begin = static_cast<std::size_t>(line.data() - marked.text.data());
    append_line(out, marked, begin, begin + line.size(), color);
    out += '\n';
  }
}

std::size_t append_marked_line(std::string& out, const MarkedText& marked, std::size_t columns,
                               bool color) {
  const std::size_t width = display_width(marked.text);
  if (width <= columns) {
    append_line(out, marked, 0, marked.text.size(), color);
    return width;
  }
  const std::string_view shown = display_prefix(marked.text, columns - 1);
  append_line(out, marked, 0, shown.size(), color);
  paint(out, "…", marked.look, color);
  return display_width(shown) + 1;
}

}  // namespace backfile
