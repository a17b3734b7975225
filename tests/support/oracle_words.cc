#include "tests/support/oracle_words.h"

#include <algorithm>

#include "common/text/fold.h"
#include "tests/support/naive_text.h"

namespace backfile {
namespace {

// What vocabulary.h promises: so many of the most frequent are taken.
constexpr std::size_t most_of_pattern = 1000;
constexpr std::size_t most_of_fuzzy = 50;

void append(Ways& ways, const Ways& more) { ways.insert(ways.end(), more.begin(), more.end()); }

/// Short words have too many neighbours.
std::size_t usual_edits(std::u32string_view word) { return word.size() < 5 ? 1 : 2; }

}  // namespace

Ways OracleWords::ways(const WordNode& word, Scope scope) {
  if (word.match == WordMatch::pattern) return {{pattern(word.text, scope)}};
  if (word.match == WordMatch::fuzzy) return {{fuzzy(word.text, word.edits, scope)}};
  const Piece piece = analyse(word.text);
  // Names are not stemmed.
  if (word.match == WordMatch::exact || scope == Scope::author) return spellings(piece);
  if (piece.forms.size() == 1) {
    return piece.stemmed[0] ? stem_ways(piece.forms[0], scope) : Ways{{exact(piece.forms[0])}};
  }
  Ways all = spellings(piece);
  for (const Compound& compound : piece.compounds) {
    if (compound.count == piece.forms.size()) append(all, stem_ways(compound.form, scope));
  }
  return all;
}

Ways OracleWords::ways(const PhraseNode& phrase, Scope scope) {
  const auto is_pattern = [](const WordNode& word) { return word.match == WordMatch::pattern; };
  if (std::none_of(phrase.words.begin(), phrase.words.end(), is_pattern)) {
    std::string text;
    for (const WordNode& word : phrase.words) text += word.text + " ";
    return spellings(analyse(text));
  }
  Sequence words;
  for (const WordNode& word : phrase.words) {
    if (is_pattern(word)) {
      words.push_back(pattern(word.text, scope));
      continue;
    }
    for (const std::string& form : analyse(word.text).forms) words.push_back(exact(form));
  }
  return {words};
}

Ways OracleWords::joined(const Node& first, const Node& second, Scope scope) {
  std::vector<std::string> forms;
  for (const Node* node : {&first, &second}) {
    const auto* word = std::get_if<WordNode>(&node->value);
    if (word == nullptr || word->match != WordMatch::stem) return {};
    for (const std::string& form : analyse(word->text).forms) forms.push_back(form);
  }
  if (forms.size() != 2 || !is_hyphenated(forms[0], forms[1])) return {};
  return stem_ways(forms[0] + forms[1], scope);
}

OracleWords::Piece OracleWords::analyse(std::string_view text) {
  Piece piece;
  Analyser& analyser = archive_.analyser();
  analyser.read(text);
  Token token;
  while (analyser.next(token)) {
    const std::string form(token.form);
    if (token.kind == TokenKind::compound) {
      piece.compounds.push_back({token.position, split_hyphens(token.hyphenated).size(), form});
      continue;
    }
    // A sign with its word, or a pair of ideographs, says more than what stood there before.
    piece.forms.resize(token.position + 1);
    piece.stemmed.resize(token.position + 1);
    piece.forms.back() = form;
    piece.stemmed.back() = token.kind == TokenKind::word;
  }
  return piece;
}

OracleWord OracleWords::exact(const std::string& form) {
  return OracleWord(archive_.languages(), archive_.exactly(form));
}

OracleWord OracleWords::stem(const std::string& form, Scope scope) {
  if (scope == Scope::author) return exact(form);
  OracleWord word;
  for (std::size_t language = 0; language < archive_.languages(); ++language) {
    word.push_back(archive_.with_stem_of(form, language));
  }
  return word;
}

OracleWord OracleWords::pattern(const std::string& text, Scope scope) {
  std::string folded;
  fold_word(text, folded);
  const std::u32string letters = letters_of(folded);
  return expansion(scope, most_of_pattern,
                   [&](const std::u32string& word) { return naive_match(word, letters); });
}

OracleWord OracleWords::fuzzy(const std::string& text, int edits, Scope scope) {
  const std::u32string letters = letters_of(analyse(text).forms.at(0));
  const std::size_t most = edits > 0 ? static_cast<std::size_t>(edits) : usual_edits(letters);
  return expansion(scope, most_of_fuzzy, [&](const std::u32string& word) {
    const bool too_long =
        word.size() > letters.size() + most || letters.size() > word.size() + most;
    return !too_long && naive_distance(word, letters) <= most;
  });
}

/// The wanted forms that most articles have; of equals, the first in byte order.
template <typename IsWanted>
OracleWord OracleWords::expansion(Scope scope, std::size_t most, IsWanted&& is_wanted) {
  std::set<std::pair<std::size_t, std::string>> found;
  for (FormId form = 0; form < archive_.forms(); ++form) {
    const std::size_t articles = archive_.frequency(form, scope);
    if (articles > 0 && is_wanted(archive_.letters(form))) {
      found.insert({archive_.articles().size() - articles, archive_.text(form)});
    }
  }
  Forms forms;
  for (const auto& [rareness, text] : found) {
    if (most-- == 0) break;
    forms.merge(archive_.exactly(text));
  }
  return OracleWord(archive_.languages(), forms);
}

Sequence OracleWords::side_by_side(const std::vector<std::string>& forms) {
  Sequence words;
  for (const std::string& form : forms) words.push_back(exact(form));
  return words;
}

Ways OracleWords::stem_ways(const std::string& form, Scope scope) {
  Ways all{{stem(form, scope)}};
  for (const auto& parts : archive_.hyphenated(form)) all.push_back(side_by_side(parts));
  return all;
}

Ways OracleWords::spellings(const Piece& piece) {
  Ways all;
  spell(piece, 0, {}, all);
  return all;
}

/// All ways to write the words from `at` on, with and without hyphens, behind `so_far`.
void OracleWords::spell(const Piece& piece, std::size_t at, const Sequence& so_far, Ways& ways) {
  if (at == piece.forms.size()) return ways.push_back(so_far);
  const auto go_on = [&](const std::vector<std::string>& forms, std::size_t count) {
    Sequence longer = so_far;
    for (const OracleWord& word : side_by_side(forms)) longer.push_back(word);
    spell(piece, at + count, longer, ways);
  };
  go_on({piece.forms[at]}, 1);
  for (const auto& parts : archive_.hyphenated(piece.forms[at])) go_on(parts, 1);
  for (const Compound& compound : piece.compounds) {
    if (compound.first == at) go_on({compound.form}, compound.count);
  }
  const bool is_last = at + 1 == piece.forms.size();
  if (!is_last && is_hyphenated(piece.forms[at], piece.forms[at + 1])) {
    go_on({piece.forms[at] + piece.forms[at + 1]}, 2);
  }
}

bool OracleWords::is_hyphenated(const std::string& first, const std::string& second) const {
  return archive_.hyphenated(first + second).contains({first, second});
}

}  // namespace backfile
