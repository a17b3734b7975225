#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// How much a block speaks for being part of an article, in bytes: nothing when it is short or full
/// of links, less when it is no paragraph.
std::size_t weight(const Block& block);

/// Sums over elements and all that is in them, each in a time that does not depend on their size.
class SubtreeSums {
 public:
  explicit SubtreeSums(const HtmlTree& tree) : tree_(tree), until_(tree.nodes().size() + 1) {}

  void add(std::size_t node, std::size_t value) { until_[node + 1] += value; }
  /// Must be called once, behind the last `add` and before the first `of`.
  void finish();

  [[nodiscard]] std::size_t of(std::size_t node) const {
    return until_[tree_[node].end] - until_[node];
  }
  /// Of the nodes from `first` on, those before `last`.
  [[nodiscard]] std::size_t between(std::size_t first, std::size_t last) const {
    return until_[last] - until_[first];
  }
  [[nodiscard]] std::size_t total() const { return until_.back(); }

 private:
  const HtmlTree& tree_;
  std::vector<std::size_t> until_;  ///< the sum of all nodes before each
};

/// The weights of those `blocks` for which `counts` is true.
template <typename Condition>
SubtreeSums weights(const HtmlTree& tree, const std::vector<Block>& blocks, Condition counts) {
  SubtreeSums sums(tree);
  for (const Block& block : blocks) {
    if (counts(block)) sums.add(block.node, weight(block));
  }
  sums.finish();
  return sums;
}

inline SubtreeSums weights(const HtmlTree& tree, const std::vector<Block>& blocks) {
  return weights(tree, blocks, [](const Block&) { return true; });
}

}  // namespace backfile
