#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// How a piece of text stands out on a terminal.
enum class Look {
  plain,
  strong,  ///< titles, headings
  match,   ///< a word that the query asked for
  faint,   ///< what is read second: ranks, dates, addresses
  bar,
  error,
  hint
};

/// Appends `text`, between escape sequences when `color` is set. `text` must be harmless already
/// (neutralise).
void paint(std::string& out, std::string_view text, Look look, bool color);

/// The same as a value.
std::string painted(std::string_view text, Look look, bool color);

}  // namespace backfile
