#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/answer.h"
#include "searcher/search/highlighter.h"

namespace backfile {

/// Bytes of a snippet, at most (a line end more or less).
inline constexpr std::size_t snippet_bytes = 280;

/// The piece of `body` that shows most of what is to be marked: by how many different marks are in
/// it, then the earliest, since the lead of an article is what it is about. Without any match it is
/// the lead. It begins with a sentence where one is near, else with a word. `language` is the
/// article's.
Snippet make_snippet(std::string_view body, std::string_view language, Highlighter& highlighter);

}  // namespace backfile
