#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "searcher/answer.h"
#include "searcher/search/highlighter.h"

namespace backfile {

/// Bytes of a snippet, at most (a line end more or less).
inline constexpr std::size_t snippet_bytes = 280;

/// The piece of `body` that shows most of what is to be marked: first by how many different marks
/// are in it, then by how many matches, then the earliest. Without any match it is the lead. It
/// begins with a sentence where one is near, else with a word.
Snippet make_snippet(std::string_view body, std::span<const Match> matches);

}  // namespace backfile
