#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

/// Whether `prefix` (as written, before an apostrophe) is an article, preposition or pronoun that
/// French, Italian or Catalan shortens before a vowel: l', d', qu', dell', …
bool is_elided(std::string_view prefix);

/// Whether a vowel or an h, with or without diacritics, stands at `position`.
bool vowel_or_h_at(std::string_view text, std::size_t position);

}  // namespace backfile
