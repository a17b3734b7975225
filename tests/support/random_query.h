#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "common/article.h"

namespace backfile {

/// Queries from the grammar, in words and values that an archive has: frequent and rare ones, as
/// they are written there, cut to patterns, misspelt, with their hyphens and without. The same seed
/// gives the same queries everywhere.
class RandomQueries {
 public:
  RandomQueries(const std::vector<Article>& articles, std::uint32_t seed);

  /// One with anything that the language has.
  std::string any();

  /// One of words only: one to three, a phrase, one word without another.
  std::string plain();

 private:
  void gather(const Article& article);
  void gather_words(const std::string& text);

  std::size_t below(std::size_t limit);
  bool one_in(std::size_t times) { return below(times) == 0; }
  template <typename T>
  const T& any_of(const std::vector<T>& items) {
    return items[below(items.size())];
  }

  std::string operand(int depth);
  std::string group(int depth);
  std::string word();
  std::string letters();
  std::string hyphenated();
  std::string pattern();
  std::string misspelt();
  std::string phrase();
  std::string near();
  std::string near_operand();
  std::string field_of_words(int depth);
  std::string value();
  std::string date_range();
  std::string date();
  std::string length();

  /// Words of one article as written; `words_` are those of all, each once.
  struct Text {
    std::vector<std::string> words;
  };

  std::mt19937 random_;
  std::vector<Text> texts_;
  std::vector<std::string> words_;
  std::vector<std::string> hyphenated_;
  std::vector<std::string> authors_;
  std::vector<std::string> values_;  ///< "outlet:\"BBC News\""
  std::vector<std::string> dates_;
};

}  // namespace backfile
