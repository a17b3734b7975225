#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// Textbook versions of what the searcher does quickly, to hold it against.

std::u32string letters_of(std::string_view text);

/// Whether the whole of `text` matches a pattern of '*' and '?'.
bool naive_match(std::u32string_view text, std::u32string_view pattern);

/// The edits between two words: the full table of optimal string alignment.
std::size_t naive_distance(std::u32string_view a, std::u32string_view b);

}  // namespace backfile
