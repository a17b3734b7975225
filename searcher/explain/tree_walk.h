#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <vector>

#include "searcher/explain/explanation.h"
#include "searcher/query/builder.h"

namespace backfile {

/// Explains a query's tree node by node. Each node is built by itself, in the field that it stands
/// in. A word that articles also write as one with the word beside it becomes a node of either.
class TreeWalk {
 public:
  /// Notes in a node what its query finds.
  using Measure = std::function<void(const Xapian::Query& query, ExplainedNode& node)>;

  TreeWalk(const Database& database, MatchMode match, Measure measure);

  ExplainedNode explain(const Node& tree);

 private:
  using Spelling = WordQueries::Spelling;

  ExplainedNode walk(const Node& node);
  ExplainedNode explain_either(const Node& word, const std::vector<Spelling>& joined);
  ExplainedNode explain_joined(const Spelling& parts, const Place& place);

  void describe(const AllArticles& all, ExplainedNode& into);
  void describe(const WordNode& word, ExplainedNode& into);
  void describe(const PhraseNode& phrase, ExplainedNode& into);
  void describe(const NearNode& near, ExplainedNode& into);
  void describe(const AndNode& node, ExplainedNode& into);
  void describe(const OrNode& node, ExplainedNode& into);
  void describe(const NotNode& node, ExplainedNode& into);
  void describe(const FieldNode& node, ExplainedNode& into);
  void describe(const ValueNode& value, ExplainedNode& into);
  void describe(const DateNode& range, ExplainedNode& into);
  void describe(const NumberNode& range, ExplainedNode& into);

  void add(const std::vector<Node>& nodes, ExplainedNode& into);
  std::vector<std::vector<Spelling>> joined_parts(const AndNode& node);
  [[nodiscard]] ExplainedExpansion counted(const std::vector<Expansion>& expansions,
                                           std::string_view prefix) const;
  [[nodiscard]] std::string_view prefix_of(const Node& node) const;

  const Database& database_;
  Measure measure_;
  QueryBuilder builder_;
  const Field* field_ = nullptr;  ///< whose words are looked for
};

}  // namespace backfile
