#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyser.h"
#include "common/index/database.h"
#include "searcher/query/query_words.h"
#include "searcher/query/term_sequence.h"
#include "searcher/query/word_orders.h"

namespace backfile {

/// Turns analysed words into Xapian queries for one index: what each word finds depends on the
/// languages and spellings that the index has.
class WordQueries {
 public:
  struct Language {
    std::string code;    ///< "" for articles of unknown language
    std::string filter;  ///< boolean term of its articles
    Xapian::doccount articles;
  };
  /// A stem and the languages in which the word has it.
  struct Stemmed {
    std::string stem;
    std::vector<const Language*> languages;
  };
  /// The parts of a hyphenated word.
  using Spelling = std::vector<std::string>;

  explicit WordQueries(const Database& database);

  /// Exactly this form; `prefix` is of a field's words, or empty.
  [[nodiscard]] static Xapian::Query exact(std::string_view prefix, std::string_view form);

  /// Every word with the same stem in the language of its article. Words that archives spell with
  /// and without hyphen ("wellbeing", "well-being", "well being") find each other; the spelling
  /// `except` is not looked for.
  Xapian::Query stem(std::string_view prefix, const std::string& form, const Spelling& except = {});

  /// What `stem` finds; articles that have the very form rank higher.
  Xapian::Query word(std::string_view prefix, const std::string& form);

  /// All words of a piece between two spaces ("well-being", "bbc.co.uk"): side by side when there
  /// are several. Of a single word, whatever has its stem.
  Xapian::Query piece(std::string_view prefix, const QueryWords& piece);

  /// The words side by side and exactly as they are, in each spelling with and without hyphens.
  Xapian::Query phrase(std::string_view prefix, const QueryWords& words);

  /// What `phrase` looks for: the terms of each spelling.
  std::vector<TermSequence> sequences(std::string_view prefix, const QueryWords& words);

  /// The one word that the two are in another spelling: "wellbeing" of "well" and "being"; "" when
  /// no article writes it with a hyphen.
  std::string joined(const std::string& first, const std::string& second);

  /// What the one word of the two `parts` finds; where they stand apart, they are found already.
  Xapian::Query joined_word(std::string_view prefix, const Spelling& parts);

  /// The languages of the index; that of most articles is the first, and there is one at least.
  [[nodiscard]] const std::vector<Language>& languages() const { return languages_; }

  /// The different stems of a word; that of the most frequent language is the first.
  std::vector<Stemmed> stems(const std::string& form);

  /// The ways in which articles write `form` with hyphens.
  [[nodiscard]] std::vector<Spelling> hyphenated(std::string_view form) const;

  /// All exact forms in the index that have the stem of `form` in a language.
  std::vector<std::string> forms(std::string_view prefix, const std::string& form,
                                 const Language& language);

  /// Whether it is a stop word in the language of most articles.
  [[nodiscard]] bool is_stop_word(std::string_view form) const;

  /// How the index keeps the order of words.
  [[nodiscard]] const WordOrders& orders() const { return orders_; }

  [[nodiscard]] Analyser& analyser() { return analyser_; }

 private:
  [[nodiscard]] bool has_same_articles(const Xapian::Query& stemmed,
                                       const Xapian::Query& written) const;
  [[nodiscard]] Xapian::Query stem_of_languages(std::string_view prefix, const Stemmed& stemmed,
                                                bool of_most) const;
  void spell(const QueryWords& words, std::size_t at, Spelling& so_far,
             std::vector<Spelling>& spellings);

  const Xapian::Database database_;
  Analyser analyser_;
  WordOrders orders_;
  std::vector<Language> languages_;  ///< most articles first
};

}  // namespace backfile
