#pragma once

#include <vector>

#include "searcher/query/piece.h"
#include "searcher/query/tree.h"

namespace backfile {

/// A word as typed outside quotes: a WordNode according to its `=`, `*`, `?` and `~`, or
/// AllArticles for a lone `*`. Throws Error (bad_query) when it has no letter or digit, or when
/// the operators in it contradict each other.
Node read_word(Piece typed);

/// A word of a phrase, with its place.
struct PhraseWord {
  WordNode word;  ///< exact, or a pattern
  Place place;
};

/// The words between two quotes, none at all perhaps. Punctuation by itself is passed over, and a
/// question mark after a word is just that; other `*` and `?` are wildcards, and nothing else is an
/// operator. Throws Error (bad_query) for a `*` by itself and for a fuzzy word.
std::vector<PhraseWord> read_phrase(Piece between_quotes);

/// `text` without the question marks that end it as they would a sentence, and what follows them.
std::string_view without_question_mark(std::string_view text);

/// The pieces of `text` between white space.
std::vector<Piece> split_at_spaces(Piece text);

}  // namespace backfile
