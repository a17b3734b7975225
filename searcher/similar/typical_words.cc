#include "searcher/similar/typical_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/analysis/analyser.h"
#include "common/analysis/stopwords.h"
#include "common/field.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

using Counts = std::unordered_map<std::string, std::uint64_t>;

constexpr std::uint64_t least_articles = 2;

/// Stop words, which are left out in the end, stand among so many of the best.
constexpr std::size_t spare = 30;

/// Calls `visit` with what follows `prefix` in each term of the article that goes on with a letter,
/// as words do.
template <typename Visit>
void for_each_word(const Xapian::Database& database, Xapian::docid article,
                   const std::string& prefix, Visit&& visit) {
  const auto end = database.termlist_end(article);
  auto term = database.termlist_begin(article);
  for (term.skip_to(prefix + static_cast<char>('Z' + 1)); term != end; ++term) {
    const std::string text = *term;
    if (!text.starts_with(prefix)) return;
    visit(std::string_view(text).substr(prefix.size()));
  }
}

Counts count_stems(const Xapian::Database& database, std::span<const Xapian::docid> articles) {
  Counts counts;
  for (const Xapian::docid article : articles) {
    for_each_word(database, article, std::string(stem_prefix),
                  [&](std::string_view stem) { ++counts[std::string(stem)]; });
  }
  return counts;
}

bool more_typical(const TypicalWord& a, const TypicalWord& b) {
  return a.score != b.score ? a.score > b.score : a.word < b.word;
}

/// The best stems, in place of words.
std::vector<TypicalWord> typical_stems(const Xapian::Database& database,
                                       std::span<const Xapian::docid> articles, std::size_t most) {
  std::vector<TypicalWord> stems;
  const double all = database.get_doccount();
  const auto few = static_cast<double>(articles.size());
  for (const auto& [stem, count] : count_stems(database, articles)) {
    if (count < least_articles) continue;
    const std::uint64_t everywhere = database.get_termfreq(stem_term({}, stem));
    const double score =
        log_likelihood(static_cast<double>(count), few, static_cast<double>(everywhere), all);
    if (score > 0) stems.push_back({stem, count, everywhere, score});
  }
  std::sort(stems.begin(), stems.end(), more_typical);
  stems.resize(std::min(stems.size(), most));
  return stems;
}

/// The words behind stems, as most articles have them.
class SurfaceForms {
 public:
  explicit SurfaceForms(const std::vector<TypicalWord>& stems) {
    for (const TypicalWord& stem : stems) forms_[stem.word];
  }

  void read(const Xapian::Database& database, Xapian::docid article) {
    constexpr auto slot = static_cast<Xapian::valueno>(field(FieldId::language).slot);
    const std::string language = database.get_document(article).get_value(slot);
    analyser_.set_language(language);
    for_each_word(database, article, {}, [&](std::string_view form) {
      const auto known = forms_.find(std::string(analyser_.stem(form)));
      if (known != forms_.end() && !is_stop_word(form, language))
        ++known->second[std::string(form)];
    });
  }

  /// Empty when all are stop words.
  std::string most_frequent(const std::string& stem) const {
    const Counts& forms = forms_.at(stem);
    const auto best =
        std::max_element(forms.begin(), forms.end(), [](const auto& a, const auto& b) {
          return a.second != b.second ? a.second < b.second : a.first > b.first;
        });
    return best == forms.end() ? std::string() : best->first;
  }

 private:
  Analyser analyser_;
  std::unordered_map<std::string, Counts> forms_;
};

/// Words with hyphens are in the index as one word too, in which nobody would know them.
std::string with_hyphens(const Xapian::Database& database, const std::string& form) {
  const std::string begin = compound_term(form);
  const auto term = database.allterms_begin(begin);
  return term == database.allterms_end(begin) ? form : (*term).substr(begin.size());
}

double part(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

}  // namespace

double log_likelihood(double with, double few, double all_with, double all) {
  const double share = all_with / all;
  if (with <= few * share) return 0;
  const double rest = all - few;
  const double rest_with = all_with - with;
  return 2 * (part(with, few * share) + part(few - with, few * (1 - share)) +
              part(rest_with, rest * share) + part(rest - rest_with, rest * (1 - share)));
}

std::vector<TypicalWord> typical_words(const Xapian::Database& database,
                                       std::span<const Xapian::docid> articles, std::size_t most) {
  std::vector<TypicalWord> words = typical_stems(database, articles, most + spare);
  SurfaceForms forms(words);
  for (const Xapian::docid article : articles) forms.read(database, article);
  for (TypicalWord& word : words) word.word = forms.most_frequent(word.word);
  std::erase_if(words, [](const TypicalWord& word) { return word.word.empty(); });
  words.resize(std::min(words.size(), most));
  for (TypicalWord& word : words) word.word = with_hyphens(database, word.word);
  return words;
}

}  // namespace backfile
