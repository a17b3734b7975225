#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Folds one word as the analyser does: NFKC and case folding (Unicode's NFKC_Casefold), soft
/// hyphens and other ignorable characters out, diacritics off where a reader may leave them off
/// (Latin, Greek, Cyrillic except й, Arabic and Hebrew vowel signs), ligatures opened, œ → oe,
/// æ → ae, ß → ss, ø → o, ł → l, đ → d, curly apostrophes straight. ASCII takes a fast path.
/// Appends to `out`.
void fold_word(std::string_view word, std::string& out);

/// The key of a name (outlet, author, topic): folded as words are, quotation marks out,
/// underscores and runs of white space to one space, none at either end. Other punctuation stays:
/// "Newsmax - News" and "Newsmax (News)" are two outlets. Two spellings with one key are one value.
std::string name_key(std::string_view name);

}  // namespace backfile
