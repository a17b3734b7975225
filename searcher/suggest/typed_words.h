#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/analysis/analyser.h"
#include "searcher/query/tree.h"

namespace backfile {

/// A word of a query that may be misspelt, where it stands in the tree.
struct TypedWord {
  WordNode* node = nullptr;  ///< whose text has it
  std::size_t begin = 0;     ///< of it in that text, in bytes
  std::size_t length = 0;
  std::string form;      ///< folded
  std::string prefix;    ///< of the field's words, or empty
  bool stemmed = false;  ///< whatever has its stem is found
};

/// The words that articles must have, in the order of the query: of phrases too, not those behind a
/// NOT, nor wildcards, fuzzy words, numbers and values. `tree` must outlive them.
std::vector<TypedWord> typed_words(Node& tree, Analyser& analyser);

}  // namespace backfile
