#pragma once

#include <string_view>

#include "indexer/readers/html/signals.h"

namespace backfile {

/// What a word of a class or id says of its element, or two that stand behind each other ("read
/// more"), in lower case: the words that the makers of pages use for their parts in the languages
/// of our archives.
Signal meaning_of_word(std::string_view word);

}  // namespace backfile
