#include "searcher/query/parser.h"
#include "searcher/query/query_error.h"
#include "searcher/query/symbols.h"
#include "searcher/query/word_text.h"

namespace backfile {

Node literal_query(std::string_view line) {
  require_utf8(line);
  const Piece whole{line};
  AndNode words;
  for (const Piece& word : split_at_spaces(whole)) {
    if (!has_word(word.text)) continue;
    words.operands.push_back({WordNode{std::string(word.text)}, word.place()});
  }
  if (words.operands.empty()) {
    fail_query(whole.place(), "the line " + quoted(line) + " has no word in it",
               "write one search on each line");
  }
  if (words.operands.size() == 1) return std::move(words.operands.front());
  const Place place = joined(words.operands.front().place, words.operands.back().place);
  return {std::move(words), place};
}

Node read_query(std::string_view text, bool literal) {
  return literal && !text.empty() ? literal_query(text) : parse_query(text);
}

}  // namespace backfile
