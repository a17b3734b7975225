#include "indexer/readers/html/container.h"

#include "common/text/fold.h"
#include "indexer/readers/html/weights.h"

namespace backfile {
namespace {

/// So much of a page's text must be in an element for it to be the article, and not some box.
constexpr std::size_t a_quarter = 4;

class ContainerFinder {
 public:
  ContainerFinder(const HtmlTree& tree, const std::vector<Block>& blocks)
      : tree_(tree), blocks_(blocks), all_(weights(tree, blocks)), direct_(tree.nodes().size()) {
    for (const Block& block : blocks) {
      const bool own = block.kind == BlockKind::other;
      direct_[own ? block.node : tree[block.node].parent] += weight(block);
    }
  }

  std::size_t find(const std::vector<Signal>& signals, const std::string& title_key) const {
    const std::size_t own = titled_article(title_key);
    const std::size_t scope = all_.of(own) * a_quarter > all_.total() ? own : 0;
    const SubtreeSums in_scope =
        weights(tree_, blocks_, [&](const Block& b) { return tree_.contains(scope, b.node); });
    const auto named = inside([&](std::size_t at) { return signals[at] == Signal::body; });
    const auto articles =
        inside([&](std::size_t at) { return tree_[at].tag == GUMBO_TAG_ARTICLE; });
    for (const std::vector<bool>& places : {named, articles}) {
      const SubtreeSums sums = weights(tree_, blocks_, [&](const Block& block) {
        return places[block.node] && tree_.contains(scope, block.node);
      });
      if (sums.total() * a_quarter > all_.total()) return descend(sums);
    }
    return descend(in_scope);
  }

 private:
  /// For each node, whether it is in an element for which `condition` is true.
  template <typename Condition>
  std::vector<bool> inside(Condition condition) const {
    std::vector<bool> result(tree_.nodes().size());
    for (std::size_t at = 0; at < result.size(); ++at) {
      result[at] = condition(at) || (at != 0 && result[tree_[at].parent]);
    }
    return result;
  }

  /// The <article> around the page's title; 0 when there is none.
  std::size_t titled_article(const std::string& title_key) const {
    std::size_t at = find_heading(tree_, title_key);
    while (at != 0 && tree_[at].tag != GUMBO_TAG_ARTICLE) at = tree_[at].parent;
    return at;
  }

  /// The smallest element that holds nearly all of `sums`, or has paragraphs of its own.
  std::size_t descend(const SubtreeSums& sums) const {
    constexpr double nearly_all = 0.8;
    constexpr double some = 0.1;
    const auto total = static_cast<double>(sums.total());
    std::size_t at = 0;
    for (std::size_t child = 1; child < tree_[at].end;) {
      const auto its = static_cast<double>(sums.of(child));
      const bool own_text = static_cast<double>(direct_[at]) > some * total;
      if (its > 0 && its >= nearly_all * total && !own_text) {
        at = child;
        child = at + 1;
      } else {
        child = tree_[child].end;
      }
    }
    return at;
  }

  const HtmlTree& tree_;
  const std::vector<Block>& blocks_;
  const SubtreeSums all_;
  std::vector<std::size_t> direct_;  ///< for each element, the weight of its own paragraphs
};

}  // namespace

std::size_t find_heading(const HtmlTree& tree, const std::string& title_key) {
  if (title_key.empty()) return 0;
  for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
    if (tree[at].tag == GUMBO_TAG_H1 && name_key(tree.text_of(at)) == title_key) return at;
  }
  return 0;
}

std::size_t find_container(const HtmlTree& tree, const std::vector<Signal>& signals,
                           const std::vector<Block>& blocks, const std::string& title_key) {
  return ContainerFinder(tree, blocks).find(signals, title_key);
}

}  // namespace backfile
