#include "indexer/readers/html/body.h"

#include <algorithm>
#include <vector>

#include "common/text/fold.h"
#include "indexer/readers/html/blocks.h"
#include "indexer/readers/html/container.h"
#include "indexer/readers/html/labels.h"
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

/// Whether the text between the article's heading (0 when there is none) and the node at `at` is
/// enough for an article, so that there may be more of comments than of it behind.
bool is_behind_text(const HtmlTree& tree, const SubtreeSums& sums, std::size_t heading,
                    std::size_t at) {
  constexpr std::size_t short_article = 500;
  return heading != 0 && at >= tree[heading].end &&
         sums.between(tree[heading].end, at) >= short_article;
}

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4;
}

/// For each node, whether it is where nothing of the article is. What holds the article's heading
/// is not, whatever its name, unless it is a <header>; what follows a heading "Comments" is.
std::vector<bool> skipped_nodes(const HtmlTree& tree, const std::vector<Signal>& signals,
                                const std::string& title_key) {
  std::vector<bool> skipped(signals.size());
  const SubtreeSums sums = weights(tree, blocks_of(tree, skipped));
  const auto total = static_cast<double>(sums.total());
  const std::size_t heading = find_heading(tree, title_key);
  std::size_t comments_end = 0;
  for (std::size_t at = 0; at < signals.size(); ++at) {
    const double most = most_of_page(signals[at]);
    const auto its = static_cast<double>(sums.of(at));
    const bool can_be_most =
        signals[at] != Signal::boundary || !is_behind_text(tree, sums, heading, at);
    skipped[at] = most > 0 && (its == 0 || its < most * total || !can_be_most);
    if (is_heading(tree[at].tag) && is_comments_heading(tree.text_of(at)) &&
        is_behind_text(tree, sums, heading, at)) {
      comments_end = std::max<std::size_t>(comments_end, tree[tree[at].parent].end);
    }
    skipped[at] = skipped[at] || at < comments_end;
  }
  for (std::size_t at = heading; at != 0; at = tree[at].parent) {
    if (tree[at].tag != GUMBO_TAG_HEADER && sums.of(at) > 0) skipped[at] = false;
  }
  return skipped;
}

struct Lines {
  std::size_t count = 0;
  std::size_t bytes = 0;
};

/// The lines that are links, long enough for a headline.
Lines link_lines(const std::vector<Block>& blocks) {
  constexpr double mostly = 0.6;
  constexpr std::size_t shortest_headline = 20;
  Lines lines;
  for (const Block& block : blocks) {
    if (block.link_density() < mostly || block.text.size() < shortest_headline) continue;
    ++lines.count;
    lines.bytes += block.text.size();
  }
  return lines;
}

}  // namespace

PageText find_body(const HtmlTree& tree, const std::vector<Signal>& signals,
                   std::string_view title) {
  PageText page;
  const std::string title_key = name_key(title);
  std::vector<Block> blocks = blocks_of(tree, skipped_nodes(tree, signals, title_key));
  const std::size_t container = find_container(tree, signals, blocks, title_key);
  page.links_beside = link_lines(blocks).count;
  std::erase_if(blocks, [&](const Block& b) { return !tree.contains(container, b.node); });
  const auto [links, linked] = link_lines(blocks);
  page.links = links;
  page.linked = linked;
  page.text = select_text(blocks, title_key);
  return page;
}

}  // namespace backfile
