#include "searcher/query/word_text.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"
#include "searcher/query/query_error.h"
#include "searcher/query/symbols.h"

namespace backfile {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::string_view quotes_hint = "to find the words as they are, put them between quotes";

/// Where "~", "~1" … at the end of `text` begins, or `none`.
std::size_t fuzzy_suffix(std::string_view text) {
  const std::size_t last = text.find_last_not_of("0123456789");
  return last == none || text[last] != '~' ? none : last;
}

bool has_wildcard(Piece word) {
  if (!is_address(word.text)) return word.text.find_first_of("*?") != none;
  // The question mark of a web address begins its parameters.
  if (word.text.find('*') == none) return false;
  fail_query(word.place(), "a web address among words has no wildcards",
             "to search for addresses write url:" + std::string(word.text));
}

void require_word(Piece typed, std::string_view text) {
  if (has_word(text)) return;
  if (typed.text.find_first_not_of("*?") == none) {
    fail_query(typed.place(), quoted(typed.text) + " is only wildcards",
               "write some letters with them, as in inspect*; a single * is every article");
  }
  fail_query(typed.place(), quoted(typed.text) + " has no word in it",
             "leave it out, or put it between quotes together with the words beside it");
}

/// A word can be only one of exact, pattern and fuzzy.
void require_one(bool one, bool other, Piece typed, const std::string& why) {
  if (one && other) {
    fail_query(typed.place(), quoted(typed.text) + " is " + why, std::string(quotes_hint));
  }
}

int edits_of(Piece suffix) {
  if (suffix.text == "~") return 0;
  if (suffix.text == "~1") return 1;
  if (suffix.text == "~2") return 2;
  fail_query(suffix.place(), "a word can be one or two edits away, not " + quoted(suffix.text),
             "write ~, ~1 or ~2; " + std::string(quotes_hint));
}

void reject_fuzzy_in_phrase(Piece word) {
  const std::size_t suffix = fuzzy_suffix(word.text);
  if (suffix == none || suffix == 0 || is_address(word.text)) return;
  fail_query(word.part(suffix).place(), "words between quotes are exact, not fuzzy",
             "write it outside quotes, for example with NEAR/5 between the words");
}

/// A word between quotes, or nothing when it is only punctuation.
void read_phrase_word(Piece typed, std::vector<PhraseWord>& words) {
  const Piece text =
      is_address(typed.text) ? typed : typed.part(0, without_question_mark(typed.text).size());
  if (!has_word(text.text)) {
    if (text.text.find('*') == none) return;
    fail_query(typed.place(), quoted(typed.text) + " stands for no word between quotes",
               "to let other words stand between, write a distance: \"two words\"~5");
  }
  reject_fuzzy_in_phrase(text);
  const WordMatch match = has_wildcard(text) ? WordMatch::pattern : WordMatch::exact;
  words.push_back({{std::string(text.text), match}, text.place()});
}

}  // namespace

Node read_word(Piece typed) {
  if (typed.text == "*") return {AllArticles{}, typed.place()};
  const bool exact = typed.text.starts_with('=');
  const Piece body = typed.part(exact ? 1 : 0);
  const std::size_t suffix = is_address(body.text) ? none : fuzzy_suffix(body.text);
  const bool fuzzy = suffix != none;
  const Piece text = body.part(0, suffix);
  require_word(typed, text.text);
  const bool pattern = has_wildcard(text);
  require_one(exact, pattern, typed, "an exact word and a pattern at once");
  require_one(exact, fuzzy, typed, "exact and fuzzy at once");
  require_one(pattern, fuzzy, typed, "a pattern and fuzzy at once");
  WordNode word{std::string(text.text)};
  if (exact) word.match = WordMatch::exact;
  if (pattern) word.match = WordMatch::pattern;
  if (fuzzy) word.match = WordMatch::fuzzy, word.edits = edits_of(body.part(suffix));
  return {std::move(word), typed.place()};
}

std::vector<PhraseWord> read_phrase(Piece between_quotes) {
  std::vector<PhraseWord> words;
  for (const Piece& typed : split_at_spaces(between_quotes)) read_phrase_word(typed, words);
  return words;
}

std::string_view without_question_mark(std::string_view text) {
  std::size_t mark = text.size();
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    if (point.value == U'*' || u_isalnum(static_cast<UChar32>(point.value))) {
      mark = text.size();
    } else if (point.value == U'?' && mark == text.size()) {
      mark = position;
    }
    position += point.length;
  }
  return text.substr(0, mark);
}

std::vector<Piece> split_at_spaces(Piece text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  for (std::size_t position = 0; position < text.text.size();) {
    const CodePoint point = code_point_at(text.text, position);
    if (is_space(point.value)) {
      if (position > begin) pieces.push_back(text.part(begin, position - begin));
      begin = position + point.length;
    }
    position += point.length;
  }
  if (begin < text.text.size()) pieces.push_back(text.part(begin));
  return pieces;
}

}  // namespace backfile
