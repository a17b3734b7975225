#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyser.h"

namespace backfile {

/// One position of an analysed piece of a query.
struct QueryWord {
  std::string form;      ///< the term to look for at this position; with its sign if it has one
  bool stemmed = false;  ///< a word, whose stem finds more
};

/// Words that are spelled as one where the piece has hyphens.
struct QueryCompound {
  std::size_t first = 0;  ///< of its words
  std::size_t count = 0;
  std::string form;
};

/// What the analyser finds in a piece of a query: the forms that an article with the same text
/// would have, one for each position.
struct QueryWords {
  std::vector<QueryWord> words;
  std::vector<QueryCompound> compounds;
};

QueryWords analyse_query(Analyser& analyser, std::string_view text);

}  // namespace backfile
