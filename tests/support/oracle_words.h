#pragma once

#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/support/word_archive.h"

namespace backfile {

/// The forms that one word of a query stands for, in the articles of each language.
using OracleWord = std::vector<Forms>;

/// Words side by side.
using Sequence = std::vector<OracleWord>;

/// All ways to write what a query asks for: any of them will do.
using Ways = std::vector<Sequence>;

/// What the words of queries may look like in an archive, from the doc comments in tree.h and
/// word_queries.h.
class OracleWords {
 public:
  explicit OracleWords(WordArchive& archive) : archive_(archive) {}

  Ways ways(const WordNode& word, Scope scope);
  Ways ways(const PhraseNode& phrase, Scope scope);

  /// The two words spelled as one, if some article writes them with a hyphen between.
  Ways joined(const Node& first, const Node& second, Scope scope);

 private:
  /// A way to write `count` words, from `first` on, as one.
  struct Compound {
    std::size_t first;
    std::size_t count;
    std::string form;
  };
  /// What stands between spaces, or quotes, as its words.
  struct Piece {
    std::vector<std::string> forms;
    std::vector<bool> stemmed;
    std::vector<Compound> compounds;  ///< of the hyphens in it
  };

  Piece analyse(std::string_view text);
  OracleWord exact(const std::string& form);
  OracleWord stem(const std::string& form, Scope scope);
  OracleWord pattern(const std::string& text, Scope scope);
  OracleWord fuzzy(const std::string& text, int edits, Scope scope);
  Sequence side_by_side(const std::vector<std::string>& forms);
  Ways stem_ways(const std::string& form, Scope scope);
  Ways spellings(const Piece& piece);
  void spell(const Piece& piece, std::size_t at, const Sequence& so_far, Ways& ways);
  bool is_hyphenated(const std::string& first, const std::string& second) const;

  template <typename IsWanted>
  OracleWord expansion(Scope scope, std::size_t most, IsWanted&& is_wanted);

  WordArchive& archive_;
};

}  // namespace backfile
