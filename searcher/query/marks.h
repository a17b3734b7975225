#pragma once

#include <string>
#include <vector>

namespace backfile {

/// One word of what is to be marked in a text.
struct MarkWord {
  std::vector<std::string> forms;  ///< exactly these folded forms …
  bool stem = false;               ///< … or whatever has the stem of one of them
};

/// Words side by side that are marked together: a phrase, or a single word.
struct Mark {
  std::vector<MarkWord> words;
  bool variant = false;  ///< another spelling of what one of the other marks shows
};

/// All that a query wants to see marked in the articles that it finds.
using Marks = std::vector<Mark>;

}  // namespace backfile
