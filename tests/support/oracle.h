#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"
#include "tests/support/oracle_words.h"
#include "tests/support/word_archive.h"

namespace backfile {

/// What a query means, worked out from the articles' own text with loops and without an index: slow
/// and simple, to hold the searcher's answers against. It shares the analysis of words and the
/// parser with the searcher, and nothing that builds or runs queries.
class Oracle {
 public:
  using Ids = std::set<std::string>;

  /// `articles` are enriched, and no two have one id.
  explicit Oracle(std::vector<Article> articles);
  Oracle(const Oracle&) = delete;
  Oracle& operator=(const Oracle&) = delete;

  [[nodiscard]] const std::vector<Article>& articles() const { return articles_; }

  /// The ids of the articles that match the query and the filters of `request`.
  Ids search(const Request& request);

  /// How many of `ids` have each value of a facet, by its key (of a date: by its year); "" counts
  /// those without any.
  [[nodiscard]] std::map<std::string, std::uint64_t> count(FieldId facet, const Ids& ids) const;

 private:
  using Found = std::vector<bool>;  ///< of each article, whether it matches

  [[nodiscard]] Found filtered(const Request& request) const;
  [[nodiscard]] Found any_value(FieldId field, const std::string& values) const;

  Found find(const Node& node, Scope scope);
  Found find(const WordNode& word, Scope scope);
  Found find(const PhraseNode& phrase, Scope scope);
  Found find(const NearNode& near, Scope scope);
  Found find(const AndNode& node, Scope scope);
  Found find(const OrNode& node, Scope scope);
  Found find(const NotNode& node, Scope scope);
  Found find(const FieldNode& node, Scope scope);
  Found find(const ValueNode& value, Scope scope);
  Found find(const DateNode& range, Scope scope);
  Found find(const NumberNode& range, Scope scope);
  Found find(const AllArticles& all, Scope scope);

  Found find(const Ways& ways, Scope scope) const;
  Ways near_ways(const Node& operand, Scope scope);
  std::vector<Found> side_by_side(const std::vector<const Node*>& operands, Scope scope);

  template <typename Holds>
  [[nodiscard]] Found where(Holds&& holds) const;

  std::vector<Article> articles_;
  WordArchive archive_;
  OracleWords words_;
  bool match_any_ = false;
};

}  // namespace backfile
