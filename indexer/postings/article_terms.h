#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyser.h"
#include "common/article.h"
#include "common/index/word_order.h"
#include "indexer/postings/term_table.h"

namespace backfile {

/// What an article is found by, for one document of the index.
struct ArticleTerms {
  std::span<const TermEntry> words;      ///< in order of term
  std::span<const std::string> filters;  ///< boolean terms, in no order, each once
  std::string_view word_order;           ///< of the exact forms (WordOrder), or empty
  std::uint32_t length = 0;              ///< words of title, summary and body
};

/// Analyses articles into terms: each word as the exact folded form, which has its place in the
/// order of words, and as its stem; whole names, keys and dates as boolean terms. Knows the field
/// table, not Xapian. Reuse it; not thread-safe.
class ArticleAnalyser {
 public:
  /// Valid until the next call.
  ArticleTerms analyse(const Article& article);

 private:
  void add_text(std::string_view text, std::string_view field_prefix, std::uint32_t weight);
  void add_word(std::string_view term, std::uint32_t weight, const Token& token);
  void add_token(const Token& token, std::string_view field_prefix, std::uint32_t weight);
  void add_compound(const Token& token);
  void add_authors(const std::vector<std::string>& authors);
  void add_filters(const Article& article);
  void add_names(const Field& field, const std::vector<std::string>& names);
  void add_date(const std::optional<Date>& date);
  void add_url(const std::string& url);
  void add_site(std::string_view url);
  void filter(std::string term);

  Analyser analyser_;
  TermTable words_;
  WordOrderWriter order_;
  std::vector<std::string> filters_;
  std::uint32_t base_ = 0;  ///< position before the first word of the field at hand
  std::uint32_t length_ = 0;
  std::string term_;
};

}  // namespace backfile
