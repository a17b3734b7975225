#include "searcher/query/word_queries.h"

#include <algorithm>

#include "common/analysis/stopwords.h"
#include "common/field.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

/// Ways to write a phrase with and without hyphens that are looked for, at most.
constexpr std::size_t most_spellings = 16;

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

TermSequence sequence_of(std::string_view prefix, const std::vector<std::string>& forms) {
  TermSequence sequence;
  for (const std::string& form : forms) sequence.push_back({std::string(prefix).append(form)});
  return sequence;
}

std::vector<std::string> split(std::string_view hyphenated) {
  std::vector<std::string> parts;
  for (std::size_t dash = hyphenated.find('-'); dash != std::string_view::npos;
       dash = hyphenated.find('-')) {
    parts.emplace_back(hyphenated.substr(0, dash));
    hyphenated.remove_prefix(dash + 1);
  }
  parts.emplace_back(hyphenated);
  return parts;
}

/// What a word's stem and its very form add to a score. An article that has the form ranks above
/// those that only have words of the same stem ("universe", "university"). Of the shares from 1:0
/// to 1:4, those from 1:2 on ranked best on three test collections (tools/bench/relevance).
constexpr double stem_share = 0.25;
constexpr double form_share = 1 - stem_share;

/// Languages whose stemmers take off prefixes: the first letter of a word tells nothing there.
bool changes_begin(std::string_view language) { return language == "ar" || language == "id"; }

}  // namespace

WordQueries::WordQueries(const Database& database)
    : database_(database), orders_{word_order_form(database), database.postings()} {
  const std::string prefix(field(FieldId::language).prefix);
  Xapian::doccount known = 0;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    languages_.push_back({(*term).substr(prefix.size()), *term, term.get_termfreq()});
    known += term.get_termfreq();
  }
  if (known < database.get_doccount() || languages_.empty()) {
    languages_.push_back({"", missing_term(field(FieldId::language)),
                          database.get_doccount() - std::min(known, database.get_doccount())});
  }
  std::stable_sort(languages_.begin(), languages_.end(),
                   [](const Language& a, const Language& b) { return a.articles > b.articles; });
}

Xapian::Query WordQueries::exact(std::string_view prefix, std::string_view form) {
  return Xapian::Query(std::string(prefix).append(form));
}

Xapian::Query WordQueries::stem(std::string_view prefix, const std::string& form,
                                const Spelling& except) {
  std::vector<Xapian::Query> ways;
  const std::vector<Stemmed> all = stems(form);
  for (const Stemmed& stemmed : all) {
    ways.push_back(all.size() == 1 ? Xapian::Query(stem_term(prefix, stemmed.stem))
                                   : stem_of_languages(prefix, stemmed, &stemmed == &all.front()));
  }
  for (const Spelling& spelling : hyphenated(form)) {
    if (spelling != except) ways.push_back(side_by_side(sequence_of(prefix, spelling), orders_));
  }
  return ways.size() == 1 ? ways.front() : any_of(ways);
}

Xapian::Query WordQueries::word(std::string_view prefix, const std::string& form) {
  Xapian::Query stemmed = stem(prefix, form);
  const Xapian::Query written = exact(prefix, form);
  if (has_same_articles(stemmed, written)) return stemmed;
  // The articles of the form are among those of the stem. (Xapian's own matcher, 1.4.22, passes
  // over matches of this operator when it looks for the best only; ours does not.)
  return {Xapian::Query::OP_AND_MAYBE,
          Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, stemmed, stem_share),
          Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, written, form_share)};
}

/// Whether the stem is in no articles but those that have the form.
bool WordQueries::has_same_articles(const Xapian::Query& stemmed,
                                    const Xapian::Query& written) const {
  return stemmed.get_type() == Xapian::Query::LEAF_TERM &&
         database_.get_termfreq(*stemmed.get_terms_begin()) ==
             database_.get_termfreq(*written.get_terms_begin());
}

std::vector<WordQueries::Stemmed> WordQueries::stems(const std::string& form) {
  std::vector<Stemmed> all;
  for (const Language& language : languages_) {
    analyser_.set_language(language.code);
    const std::string stem(analyser_.stem(form));
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const Stemmed& entry) { return entry.stem == stem; });
    Stemmed& entry = known != all.end() ? *known : all.emplace_back(Stemmed{stem, {}});
    entry.languages.push_back(&language);
  }
  return all;
}

/// "einer" is "ein" in German only: a stem counts in the articles of its languages. The stem of
/// most articles is checked by what it is not, which costs less.
Xapian::Query WordQueries::stem_of_languages(std::string_view prefix, const Stemmed& stemmed,
                                             bool of_most) const {
  std::vector<Xapian::Query> filters;
  for (const Language& language : languages_) {
    const bool mine = std::find(stemmed.languages.begin(), stemmed.languages.end(), &language) !=
                      stemmed.languages.end();
    if (mine != of_most) filters.emplace_back(language.filter);
  }
  return {of_most ? Xapian::Query::OP_AND_NOT : Xapian::Query::OP_FILTER,
          Xapian::Query(stem_term(prefix, stemmed.stem)), any_of(filters)};
}

std::vector<WordQueries::Spelling> WordQueries::hyphenated(std::string_view form) const {
  std::vector<Spelling> spellings;
  const std::string begin = compound_term(form);
  const auto end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    if (spellings.size() == most_spellings) break;
    spellings.push_back(split(std::string_view(*term).substr(begin.size())));
  }
  return spellings;
}

Xapian::Query WordQueries::joined_word(std::string_view prefix, const Spelling& parts) {
  const Xapian::Query whole = stem(prefix, parts[0] + parts[1], parts);
  return {Xapian::Query::OP_SCALE_WEIGHT, whole, stem_share};
}

std::string WordQueries::joined(const std::string& first, const std::string& second) {
  const std::string form = first + second;
  const std::string term = compound_term(form, first + "-" + second);
  return term.size() <= longest_term && database_.term_exists(term) ? form : std::string();
}

Xapian::Query WordQueries::piece(std::string_view prefix, const QueryWords& piece) {
  const auto one_word = [&](const QueryWord& word) {
    return word.stemmed ? this->word(prefix, word.form) : exact(prefix, word.form);
  };
  if (piece.words.size() == 1) return one_word(piece.words.front());
  std::vector<Xapian::Query> ways{phrase(prefix, piece)};
  for (const QueryCompound& compound : piece.compounds) {
    if (compound.count == piece.words.size()) ways.push_back(stem(prefix, compound.form));
  }
  return ways.size() == 1 ? ways.front() : any_of(ways);
}

Xapian::Query WordQueries::phrase(std::string_view prefix, const QueryWords& words) {
  return any_sequence(sequences(prefix, words), orders_);
}

std::vector<TermSequence> WordQueries::sequences(std::string_view prefix, const QueryWords& words) {
  constexpr std::size_t most_spelled = 64;  // no person writes a phrase of so many words
  std::vector<Spelling> spellings;
  Spelling so_far;
  if (words.words.size() > most_spelled) {
    for (const QueryWord& word : words.words) so_far.push_back(word.form);
    spellings.push_back(so_far);
  } else {
    spell(words, 0, so_far, spellings);
  }
  std::vector<TermSequence> sequences;
  for (const Spelling& spelling : spellings) sequences.push_back(sequence_of(prefix, spelling));
  return sequences;
}

/// All spellings of the words from `at` on, behind `so_far`.
void WordQueries::spell(const QueryWords& words, std::size_t at, Spelling& so_far,
                        std::vector<Spelling>& spellings) {
  if (spellings.size() == most_spellings) return;
  if (at == words.words.size()) return spellings.push_back(so_far);
  const auto go_on = [&](const Spelling& parts, std::size_t next) {
    const std::size_t length = so_far.size();
    so_far.insert(so_far.end(), parts.begin(), parts.end());
    spell(words, next, so_far, spellings);
    so_far.resize(length);
  };
  const QueryWord& word = words.words[at];
  go_on({word.form}, at + 1);
  for (const Spelling& parts : hyphenated(word.form)) go_on(parts, at + 1);
  bool has_compound = false;
  for (const QueryCompound& compound : words.compounds) {
    if (compound.first != at) continue;
    go_on({compound.form}, at + compound.count);
    has_compound = true;
  }
  if (has_compound || at + 1 == words.words.size()) return;
  const std::string both = joined(word.form, words.words[at + 1].form);
  if (!both.empty()) go_on({both}, at + 2);
}

std::vector<std::string> WordQueries::forms(std::string_view prefix, const std::string& form,
                                            const Language& language) {
  analyser_.set_language(language.code);
  const std::string stem(analyser_.stem(form));
  const std::string begin =
      std::string(prefix).append(changes_begin(language.code) ? "" : form.substr(0, 1));
  std::vector<std::string> found;
  const auto end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    const std::string word = (*term).substr(prefix.size());
    if (word.empty() || (word[0] >= 'A' && word[0] <= 'Z')) continue;
    if (analyser_.stem(word) == stem) found.push_back(word);
  }
  return found;
}

bool WordQueries::is_stop_word(std::string_view form) const {
  return backfile::is_stop_word(form, languages_.front().code);
}

}  // namespace backfile
