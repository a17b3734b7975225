#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// The lines of a text, without white space at their ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// The text of `lines` (without white space at their ends) as paragraphs separated by '\n'. Lines
/// that were wrapped at a margin are joined: where the next line's first word would not have fitted
/// behind a line. A line that stands twice in a row (a picture's caption and its alternative text)
/// is kept once.
std::string to_paragraphs(std::span<const std::string_view> lines);

}  // namespace backfile
