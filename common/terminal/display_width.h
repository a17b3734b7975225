#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

/// Columns that a terminal gives to a character: 0 for combining, invisible and control characters,
/// 2 for wide ones (East Asian, emoji), else 1. Tabs and line ends count 1: where they are printed
/// on one line, they are spaces.
std::size_t display_width(char32_t character);

/// The same of a text without line ends.
std::size_t display_width(std::string_view text);

/// The longest prefix of `text` that fits into `columns`, cut between characters and never before a
/// combining one.
std::string_view display_prefix(std::string_view text, std::size_t columns);

}  // namespace backfile
