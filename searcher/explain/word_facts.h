#pragma once

#include <string>
#include <vector>

#include "searcher/explain/explanation.h"
#include "searcher/query/word_queries.h"

namespace backfile {

/// What an index makes of the words in `text`: their forms, and, when `stemmed`, the stems they
/// have in its languages. Spellings are those that a word by itself finds.
std::vector<ExplainedWord> explain_words(WordQueries& queries, const QueryWords& words,
                                         bool stemmed);

/// The spellings as one word that match all of `words` too: "wellbeing" of well-being.
std::vector<std::string> one_word_spellings(const QueryWords& words);

/// The same of any two words of a phrase that some article writes with a hyphen: "wellbeing" of
/// "their well being".
std::vector<std::string> joined_spellings(WordQueries& queries, const QueryWords& words);

}  // namespace backfile
