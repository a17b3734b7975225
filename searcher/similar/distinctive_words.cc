#include "searcher/similar/distinctive_words.h"

#include <algorithm>
#include <cmath>

#include "common/analysis/stopwords.h"
#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

/// As the index weighs them.
constexpr std::size_t title_weight = 2;

bool is_one_character(std::string_view form) {
  return code_point_at(form, 0).length == form.size();
}

double bo1(double times_in_texts, double times_in_archive, double articles) {
  const double expected = times_in_archive / articles;
  return times_in_texts * std::log2((1 + expected) / expected) + std::log2(1 + expected);
}

bool more_distinctive(const DistinctiveWord& a, const DistinctiveWord& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
}

}  // namespace

void DistinctiveWords::add(const Article& article) {
  add(article.title, article.language, title_weight);
  add(article.summary, article.language, 1);
  add(article.body, article.language, 1);
}

void DistinctiveWords::add(std::string_view text, std::string_view language, std::size_t weight) {
  analyser_.set_language(language);
  analyser_.read(text);
  Token token;
  while (analyser_.next(token)) {
    if (token.kind != TokenKind::word || is_one_character(token.form)) continue;
    if (is_stop_word(token.form, language)) continue;
    Seen& seen = stems_[std::string(analyser_.stem(token.form, token.kind))];
    if (seen.times == 0) seen.form = token.form;
    seen.times += weight;
  }
}

std::vector<DistinctiveWord> DistinctiveWords::best(const Xapian::Database& database,
                                                    std::size_t most, std::size_t known) const {
  std::vector<DistinctiveWord> words;
  const double articles = database.get_doccount();
  for (const auto& [stem, seen] : stems_) {
    const std::string term = stem_term({}, stem);
    if (database.get_termfreq(term) <= known) continue;
    const auto times_in_archive = static_cast<double>(database.get_collection_freq(term));
    if (times_in_archive == 0) continue;  // it stands in boilerplate only
    words.push_back(
        {stem, seen.form, bo1(static_cast<double>(seen.times), times_in_archive, articles)});
  }
  std::sort(words.begin(), words.end(), more_distinctive);
  words.resize(std::min(words.size(), most));
  for (std::size_t i = words.size(); i-- > 0;) words[i].weight /= words.front().weight;
  return words;
}

}  // namespace backfile
