#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyser.h"
#include "common/article.h"

namespace backfile {

/// A word that tells what a text is about.
struct DistinctiveWord {
  std::string stem;
  std::string form;   ///< of the text's forms with that stem, the first
  double weight = 0;  ///< that of the most distinctive word is 1
};

/// Counts the words of texts and tells which of them are distinctive in an archive.
class DistinctiveWords {
 public:
  /// The words of an article, those of its title twice.
  void add(const Article& article);

  /// The `most` best words that more than `known` articles have: the texts' own, when they are in
  /// the archive, find nothing but themselves by a word of theirs alone. A word is the better the
  /// less its number in the texts is due to chance: the model Bo1 of Amati, "Probability models for
  /// information retrieval based on divergence from randomness", thesis, Glasgow 2003, which Xapian
  /// has for expanding queries too. No stop words, no numbers.
  [[nodiscard]] std::vector<DistinctiveWord> best(const Xapian::Database& database,
                                                  std::size_t most, std::size_t known) const;

 private:
  struct Seen {
    std::string form;
    std::size_t times = 0;
  };

  void add(std::string_view text, std::string_view language, std::size_t weight);

  Analyser analyser_;
  std::unordered_map<std::string, Seen> stems_;
};

}  // namespace backfile
