#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/terminal/paint.h"
#include "searcher/answer.h"

namespace backfile {

/// A text with some of its words marked.
struct MarkedText {
  std::string_view text;
  const std::vector<TextRange>& matches;  ///< bytes; what does not lie in the text is left out
  Look look = Look::plain;                ///< of the words that are not marked
};

/// Appends the text in lines of at most `width` columns, made harmless for a terminal, each line
/// behind `indent` spaces; the first line stands where the caller has already come to.
void append_marked(std::string& out, const MarkedText& marked, std::size_t indent,
                   std::size_t width, bool color);

/// Appends the text on one line, cut to `columns`, made harmless in the same way. Returns how many
/// columns it takes.
std::size_t append_marked_line(std::string& out, const MarkedText& marked, std::size_t columns,
                               bool color);

}  // namespace backfile
