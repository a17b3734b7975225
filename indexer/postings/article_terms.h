#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyser.h"
#include "common/article.h"
#include "common/text/text_range.h"
#include "indexer/comparison.h"
#include "indexer/postings/term_table.h"
#include "indexer/postings/word_order.h"

namespace backfile {

/// What an article is found by, for one document of the index.
struct ArticleTerms {
  std::span<const TermEntry> words;              ///< in order of term
  std::span<const std::string> filters;          ///< boolean terms, in no order, each once
  std::span<const WordOrder::Value> word_order;  ///< of the exact forms
  std::uint32_t length = 0;                      ///< words of title, summary and body
  std::span<const TextRange> boilerplate = {};   ///< as they were given
  std::string_view story = {};
};

/// Analyses articles into terms: each word as the exact folded form, which has its place in the
/// order of words, and as its stem; whole names, keys and dates as boolean terms. Knows the field
/// table, not Xapian. Reuse it; not thread-safe.
class ArticleAnalyser {
 public:
  /// Words of boilerplate are found but weigh nothing. Valid until the next call, and as long as
  /// `comparison`.
  ArticleTerms analyse(const Article& article, const Comparison& comparison = {});

  /// The words of a part of a body, in order of term: what it adds to the weights of the whole.
  /// Valid until the next call.
  std::span<const TermEntry> analyse_part(std::string_view text, std::string_view language);

 private:
  void add_text(std::string_view text, std::string_view field_prefix, std::uint32_t weight,
                std::span<const TextRange> boilerplate = {});
  void add_word(std::string_view term, std::uint32_t weight, const Token& token);
  void add_token(const Token& token, std::string_view field_prefix, std::uint32_t weight);
  void add_compound(const Token& token);
  void add_authors(const std::vector<std::string>& authors);
  void add_filters(const Article& article);
  void add_found_by(std::span<const std::uint32_t> hashes);
  void add_names(const Field& field, const std::vector<std::string>& names);
  void add_date(const std::optional<Date>& date);
  void add_url(const std::string& url);
  void add_site(std::string_view url);
  void filter(std::string term);

  Analyser analyser_;
  TermTable words_;
  WordOrder order_;
  std::vector<std::string> filters_;
  std::uint32_t base_ = 0;  ///< position before the first word of the field at hand
  std::uint32_t length_ = 0;
  std::string term_;
};

}  // namespace backfile
