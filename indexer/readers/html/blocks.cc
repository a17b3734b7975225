#include "indexer/readers/html/blocks.h"

#include <algorithm>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/html/tag_kinds.h"

namespace backfile {
namespace {

BlockKind kind_of_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
      return BlockKind::paragraph;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return BlockKind::heading;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return BlockKind::item;
    case GUMBO_TAG_BLOCKQUOTE:
      return BlockKind::quotation;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
      return BlockKind::caption;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return BlockKind::cell;
    default:
      return BlockKind::other;
  }
}

/// The text without control characters; a line end of the source is a space, as any browser has it,
/// but in <pre>.
std::string clean_text_of(const HtmlNode& node, bool in_pre) {
  std::string text = clean_text(node.text());
  if (!in_pre) std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// Each line without needless spaces; of several line ends one stays.
std::string tidy(std::string_view raw) {
  std::string text;
  for (std::size_t start = 0; start <= raw.size();) {
    const std::size_t end = std::min(raw.find('\n', start), raw.size());
    const std::string line = collapse_spaces(raw.substr(start, end - start));
    if (!line.empty() && !text.empty()) text += '\n';
    text += line;
    start = end + 1;
  }
  return text;
}

class BlockBuilder {
 public:
  BlockBuilder(const HtmlTree& tree, const std::vector<bool>& skipped)
      : tree_(tree), skipped_(skipped) {}

  std::vector<Block> build() {
    for (std::size_t at = 0; at < tree_.nodes().size();) {
      close_until(at);
      if (skipped_[at]) {
        at = tree_[at].end;
        continue;
      }
      visit(static_cast<std::uint32_t>(at));
      ++at;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void visit(std::uint32_t at) {
    const HtmlNode& node = tree_[at];
    if (node.is_text()) {
      const std::string text = clean_text_of(node, pre_end_ > at);
      raw_ += text;
      if (link_end_ > at) linked_ += trim(text).size();
    } else if (node.tag == GUMBO_TAG_BR) {
      raw_ += '\n';
    } else if (node.is_link()) {
      link_end_ = node.end;
    } else if (begins_block(node.tag)) {
      flush();
      open_.push_back(at);
      if (node.tag == GUMBO_TAG_PRE) pre_end_ = node.end;
    }
  }

  /// Ends the block elements that end before the node at `at`.
  void close_until(std::size_t at) {
    while (!open_.empty() && tree_[open_.back()].end <= at) {
      flush();
      open_.pop_back();
    }
  }

  void flush() {
    const std::string raw = std::exchange(raw_, {});
    const std::size_t linked = std::exchange(linked_, 0);
    std::string text = tidy(raw);
    if (text.empty()) return;
    const std::uint32_t node = open_.empty() ? 0 : open_.back();
    blocks_.push_back({node, kind_of_block(tree_[node].tag), std::move(text), linked});
  }

  const HtmlTree& tree_;
  const std::vector<bool>& skipped_;
  std::vector<std::uint32_t> open_;
  std::string raw_;
  std::size_t linked_ = 0;
  std::size_t link_end_ = 0;
  std::size_t pre_end_ = 0;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> blocks_of(const HtmlTree& tree, const std::vector<bool>& skipped) {
  return BlockBuilder(tree, skipped).build();
}

}  // namespace backfile
