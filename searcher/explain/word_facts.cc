#include "searcher/explain/word_facts.h"

#include <fmt/format.h>

namespace backfile {
namespace {

ExplainedStem explained(const WordQueries::Stemmed& stemmed) {
  ExplainedStem explained{stemmed.stem, {}};
  for (const WordQueries::Language* language : stemmed.languages) {
    explained.languages.push_back(language->code.empty() ? "und" : language->code);
  }
  return explained;
}

std::vector<ExplainedStem> stems_of(WordQueries& queries, const std::string& form) {
  std::vector<ExplainedStem> stems;
  for (const auto& stemmed : queries.stems(form)) stems.push_back(explained(stemmed));
  return stems;
}

std::vector<std::string> spellings_of(const WordQueries& queries, const std::string& form) {
  std::vector<std::string> spellings;
  for (const auto& parts : queries.hyphenated(form)) {
    spellings.push_back(fmt::format("{}", fmt::join(parts, "-")));
  }
  return spellings;
}

}  // namespace

std::vector<ExplainedWord> explain_words(WordQueries& queries, const QueryWords& words,
                                         bool stemmed) {
  std::vector<ExplainedWord> explained;
  // Words side by side are exact.
  const bool single = words.words.size() == 1;
  for (const QueryWord& word : words.words) {
    const bool has_stems = stemmed && single && word.stemmed;
    explained.push_back({word.form,
                         has_stems ? stems_of(queries, word.form) : std::vector<ExplainedStem>(),
                         spellings_of(queries, word.form)});
  }
  return explained;
}

std::vector<std::string> one_word_spellings(const QueryWords& words) {
  std::vector<std::string> spellings;
  for (const QueryCompound& compound : words.compounds) {
    if (compound.count == words.words.size()) spellings.push_back(compound.form);
  }
  return spellings;
}

std::vector<std::string> joined_spellings(WordQueries& queries, const QueryWords& words) {
  std::vector<std::string> spellings;
  for (std::size_t i = 1; i < words.words.size(); ++i) {
    std::string both = queries.joined(words.words[i - 1].form, words.words[i].form);
    if (!both.empty()) spellings.push_back(std::move(both));
  }
  return spellings;
}

}  // namespace backfile
