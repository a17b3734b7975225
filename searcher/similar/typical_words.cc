#include "searcher/similar/typical_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
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

/// What articles have, by the number of those that have it.
struct Vocabulary {
  Counts stems;
  std::map<std::string, Counts> forms;  ///< of each language
};

/// Stems come before forms in an article's terms, and both behind what begins with a capital. Words
/// of boilerplate weigh nothing.
void read(const Xapian::Database& database, Xapian::docid article, Vocabulary& vocabulary) {
  constexpr auto slot = static_cast<Xapian::valueno>(field(FieldId::language).slot);
  constexpr char letters = 'Z' + 1;
  Counts& forms = vocabulary.forms[database.get_document(article).get_value(slot)];
  const auto end = database.termlist_end(article);
  auto term = database.termlist_begin(article);
  for (term.skip_to(std::string(stem_prefix) + letters); term != end; ++term) {
    if (term.get_wdf() == 0) continue;
    const std::string text = *term;
    const bool stem = text.starts_with(stem_prefix);
    ++(stem ? vocabulary.stems[text.substr(stem_prefix.size())] : forms[text]);
  }
}

bool more_typical(const TypicalWord& a, const TypicalWord& b) {
  return a.score != b.score ? a.score > b.score : a.word < b.word;
}

/// The best stems, in place of words.
std::vector<TypicalWord> typical_stems(const Xapian::Database& database, const Counts& counts,
                                       std::size_t articles, std::size_t most) {
  std::vector<TypicalWord> stems;
  const double all = database.get_doccount();
  const auto few = static_cast<double>(articles);
  for (const auto& [stem, count] : counts) {
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

/// The words behind stems, as most articles have them; none for stems of stop words.
class SurfaceForms {
 public:
  explicit SurfaceForms(const std::vector<TypicalWord>& stems) {
    for (const TypicalWord& stem : stems) best_[stem.word];
  }

  void add(const std::string& language, const Counts& forms) {
    analyser_.set_language(language);
    for (const auto& [form, count] : forms) {
      const auto known = best_.find(std::string(analyser_.stem(form)));
      if (known == best_.end() || is_stop_word(form, language)) continue;
      Form& best = known->second;
      const bool better = count != best.count ? count > best.count : form < best.text;
      if (better) best = {form, count};
    }
  }

  [[nodiscard]] const std::string& of(const std::string& stem) const { return best_.at(stem).text; }

 private:
  struct Form {
    std::string text;
    std::uint64_t count = 0;
  };

  Analyser analyser_;
  std::unordered_map<std::string, Form> best_;
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
  Vocabulary vocabulary;
  for (const Xapian::docid article : articles) read(database, article, vocabulary);
  std::vector<TypicalWord> words =
      typical_stems(database, vocabulary.stems, articles.size(), most + spare);
  SurfaceForms surface(words);
  for (const auto& [language, forms] : vocabulary.forms) surface.add(language, forms);
  for (TypicalWord& word : words) word.word = surface.of(word.word);
  std::erase_if(words, [](const TypicalWord& word) { return word.word.empty(); });
  words.resize(std::min(words.size(), most));
  for (TypicalWord& word : words) word.word = with_hyphens(database, word.word);
  return words;
}

}  // namespace backfile
