#include "indexer/postings/article_terms.h"

#include <algorithm>

#include "common/field.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "common/text/host.h"

namespace backfile {
namespace {

/// A word of the headline tells as much of an article as two of its text (measured on relevance
/// collections).
constexpr std::uint32_t title_weight = 2;

bool has_stem(TokenKind kind) { return kind == TokenKind::word || kind == TokenKind::compound; }

}  // namespace

ArticleTerms ArticleAnalyser::analyse(const Article& article, const Comparison& comparison) {
  words_.clear();
  order_.clear();
  filters_.clear();
  base_ = length_ = 0;
  analyser_.set_language(article.language);
  add_text(article.title, field(FieldId::title).prefix, title_weight);
  order_.end_title();
  add_text(article.summary, {}, 1);
  add_text(article.body, {}, 1, comparison.boilerplate);
  add_authors(article.authors);
  add_filters(article);
  add_found_by(comparison.found_by);
  std::sort(filters_.begin(), filters_.end());
  filters_.erase(std::unique(filters_.begin(), filters_.end()), filters_.end());
  return {words_.sorted(),        filters_,        order_.finish(), length_,
          comparison.boilerplate, comparison.story};
}

std::span<const TermEntry> ArticleAnalyser::analyse_part(std::string_view text,
                                                         std::string_view language) {
  words_.clear();
  order_.clear();
  analyser_.set_language(language);
  add_text(text, {}, 1);
  return words_.sorted();
}

void ArticleAnalyser::add_text(std::string_view text, std::string_view field_prefix,
                               std::uint32_t weight, std::span<const TextRange> boilerplate) {
  if (text.empty()) return;
  analyser_.read(text);
  Token token;
  std::uint32_t words = 0;
  while (analyser_.next(token)) {
    while (!boilerplate.empty() && boilerplate.front().end() <= token.begin) {
      boilerplate = boilerplate.subspan(1);
    }
    const bool counts = boilerplate.empty() || token.begin < boilerplate.front().begin;
    add_token(token, field_prefix, counts ? weight : 0);
    words = token.position + 1;
  }
  base_ += words + field_gap;
  length_ += words;
}

void ArticleAnalyser::add_word(std::string_view term, std::uint32_t weight, const Token& token) {
  const TermTable::Known word = words_.add(term, weight);
  order_.add(word.number, word.hash, base_ + token.position + 1);
}

void ArticleAnalyser::add_token(const Token& token, std::string_view field_prefix,
                                std::uint32_t weight) {
  add_word(token.form, weight, token);
  if (!field_prefix.empty()) {
    term_.assign(field_prefix).append(token.form);
    words_.add(term_, 1);
  }
  if (!has_stem(token.kind)) return;
  const std::string_view stem = analyser_.stem(token.form, token.kind);
  term_.assign(stem_prefix).append(stem);
  words_.add(term_, weight);
  if (!field_prefix.empty()) {
    term_.assign(stem_prefix).append(field_prefix).append(stem);
    words_.add(term_, 1);
  }
  if (token.kind == TokenKind::compound) add_compound(token);
}

/// Only ordinary words: what would be too long for a term is nobody's second spelling.
void ArticleAnalyser::add_compound(const Token& token) {
  std::string term = compound_term(token.form, token.hyphenated);
  if (term.size() <= longest_term) filter(std::move(term));
}

/// Names are apart from the text: their words have a prefix, and stand behind it.
void ArticleAnalyser::add_authors(const std::vector<std::string>& authors) {
  const std::string_view prefix = field(FieldId::author).prefix;
  for (const std::string& author : authors) {
    analyser_.read(author);
    Token token;
    std::uint32_t words = 0;
    while (analyser_.next(token)) {
      term_.assign(prefix).append(token.form);
      add_word(term_, 1, token);
      words = token.position + 1;
    }
    base_ += words + field_gap;
  }
}

void ArticleAnalyser::add_filters(const Article& article) {
  const auto single = [](const std::string& value) {
    return value.empty() ? std::vector<std::string>() : std::vector{value};
  };
  filter(value_term(field(FieldId::id), article.id));
  if (!article.own_id.empty() && article.own_id != article.id) {
    filter(term_of(own_id_prefix, article.own_id));
  }
  add_names(field(FieldId::author), article.authors);
  add_names(field(FieldId::outlet), single(article.outlet));
  add_names(field(FieldId::section), single(article.section));
  add_names(field(FieldId::language), single(article.language));
  add_names(field(FieldId::topic), article.topics);
  add_date(article.published);
  add_url(article.url);
  filter(value_term(field(FieldId::source), article.source.path));
}

void ArticleAnalyser::add_found_by(std::span<const std::uint32_t> hashes) {
  for (const std::uint32_t hash : hashes) filter(found_by_term(hash));
}

void ArticleAnalyser::add_names(const Field& field, const std::vector<std::string>& names) {
  bool has_one = false;
  for (const std::string& name : names) {
    if (name_key(name).empty()) continue;
    filter(value_term(field, name));
    has_one = true;
  }
  if (!has_one && marks_missing(field)) filter(missing_term(field));
}

void ArticleAnalyser::add_date(const std::optional<Date>& date) {
  if (!date) return filter(missing_term(field(FieldId::date)));
  const std::string key = date->sort_key();
  const std::string year = key.substr(0, 4);
  filter(std::string(year_prefix) + year);
  if (date->precision() == Precision::year) return;
  const std::string month = key.substr(0, 6);
  filter(std::string(month_prefix) + month);
  if (date->precision() == Precision::month) return;
  filter(std::string(field(FieldId::date).prefix) + key.substr(0, 8));
}

void ArticleAnalyser::add_url(const std::string& url) {
  const Field& row = field(FieldId::url);
  filter(url.empty() ? missing_term(row) : value_term(row, url));
  add_site(url);
}

/// The host and every domain above it but the last: "news.bbc.co.uk", "bbc.co.uk", "co.uk".
void ArticleAnalyser::add_site(std::string_view url) {
  const std::string host = host_of(url);
  std::string_view domain = host;
  if (host.empty()) filter(missing_term(field(FieldId::site)));
  while (domain.find('.') != std::string_view::npos) {
    filter(value_term(field(FieldId::site), domain));
    domain.remove_prefix(domain.find('.') + 1);
  }
}

void ArticleAnalyser::filter(std::string term) { filters_.push_back(std::move(term)); }

}  // namespace backfile
