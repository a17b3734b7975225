#include "searcher/query/query_words.h"

namespace backfile {
namespace {

/// Words of a hyphenated word: one more than it has hyphens.
std::size_t part_count(std::string_view hyphenated) {
  std::size_t count = 1;
  for (const char c : hyphenated) count += c == '-' ? 1 : 0;
  return count;
}

}  // namespace

QueryWords analyse_query(Analyser& analyser, std::string_view text) {
  QueryWords found;
  analyser.read(text);
  Token token;
  while (analyser.next(token)) {
    if (token.kind == TokenKind::compound) {
      found.compounds.push_back(
          {token.position, part_count(token.hyphenated), std::string(token.form)});
    } else if (token.position == found.words.size()) {
      found.words.push_back({std::string(token.form), token.kind == TokenKind::word});
    } else {
      // The sign before a word, or the pair of an ideograph, says more than the word by itself.
      found.words.back() = {std::string(token.form), false};
    }
  }
  return found;
}

}  // namespace backfile
