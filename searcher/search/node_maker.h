#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "common/index/database.h"
#include "searcher/search/match_node.h"
#include "searcher/search/match_nodes.h"

namespace backfile {

/// Makes of a query the nodes that find and score what matches it. What is more than terms is left
/// to Xapian, for the documents that the rest of the query leaves, and is known when this returns.
class NodeMaker {
 public:
  /// `database` must outlive it.
  explicit NodeMaker(const Database& database) : database_(database) {}

  /// All scores are times `factor`; with 0 there are none. Throws as TermPostings does.
  [[nodiscard]] std::unique_ptr<MatchNode> make(const Xapian::Query& query, double factor) const {
    return make(query, factor, Candidates());
  }

  /// A bound of how many documents match.
  [[nodiscard]] std::uint64_t at_most(const Xapian::Query& query) const;

 private:
  /// Finds documents of which alone it matters whether they match; when it is empty, of all.
  using Candidates = std::function<Documents()>;

  [[nodiscard]] std::unique_ptr<MatchNode> make(const Xapian::Query& query, double factor,
                                                const Candidates& candidates) const;
  [[nodiscard]] MatchNodes make_all(std::span<const Xapian::Query> queries, double factor,
                                    const Candidates& candidates) const;
  [[nodiscard]] std::unique_ptr<TermNode> term(const std::string& term, double factor) const;
  [[nodiscard]] std::unique_ptr<MatchNode> synonym(const Xapian::Query& query, double factor) const;
  [[nodiscard]] std::unique_ptr<MatchNode> each(const Xapian::Query& query, double factor) const;
  [[nodiscard]] std::unique_ptr<MatchNode> but(const Xapian::Query& query, double factor,
                                               const Candidates& candidates) const;
  [[nodiscard]] std::unique_ptr<MatchNode> maybe(const Xapian::Query& query, double factor,
                                                 const Candidates& candidates) const;
  [[nodiscard]] std::unique_ptr<MatchNode> by_xapian(const Xapian::Query& query, double factor,
                                                     const Candidates& candidates) const;
  [[nodiscard]] Documents matches_among(const Xapian::Query& query,
                                        const Candidates& candidates) const;
  [[nodiscard]] Documents matches_of_each(std::span<const Xapian::Query> queries,
                                          const Candidates& candidates) const;
  [[nodiscard]] Candidates narrowed(const Candidates& candidates,
                                    std::span<const Xapian::Query> required) const;
  const Database& database_;
};

}  // namespace backfile
