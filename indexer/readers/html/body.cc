#include "indexer/readers/html/body.h"

#include <vector>

#include "common/text/fold.h"
#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/container.h"
#include "indexer/readers/html/selection.h"
#include "indexer/readers/html/signals.h"
#include "indexer/readers/html/weights.h"

namespace backfile {
namespace {

/// How much of a page's text may be in what says that it is no part of the article: a page whose
/// outermost element is called "with-sidebar" is not all sidebar.
double most_of_page(Signal signal) {
  switch (signal) {
    case Signal::none:
    case Signal::body:
      return 0;
    case Signal::boundary:
      return 0.75;
    case Signal::hidden:
      return 0.5;
    default:
      return 0.3;
  }
}

/// For each node, whether it is where nothing of the article is. What holds the article's heading
/// is not, whatever its name, unless it is a <header>.
std::vector<bool> skipped_nodes(const HtmlTree& tree, const std::vector<Signal>& signals,
                                const std::string& title_key) {
  std::vector<bool> skipped(signals.size());
  const SubtreeSums sums = weights(tree, blocks_of(tree, skipped));
  const auto total = static_cast<double>(sums.total());
  for (std::size_t at = 0; at < signals.size(); ++at) {
    const double most = most_of_page(signals[at]);
    const auto its = static_cast<double>(sums.of(at));
    skipped[at] = most > 0 && (its == 0 || its < most * total);
  }
  for (std::size_t at = find_heading(tree, title_key); at != 0; at = tree[at].parent) {
    if (tree[at].tag != GUMBO_TAG_HEADER && sums.of(at) > 0) skipped[at] = false;
  }
  return skipped;
}

}  // namespace

std::string find_body(const HtmlTree& tree, const std::vector<Signal>& signals,
                      std::string_view title) {
  const std::string title_key = name_key(title);
  std::vector<Block> blocks = blocks_of(tree, skipped_nodes(tree, signals, title_key));
  const std::size_t container = find_container(tree, signals, blocks, title_key);
  std::erase_if(blocks, [&](const Block& b) { return !tree.contains(container, b.node); });
  return select_text(blocks, title_key);
}

}  // namespace backfile
