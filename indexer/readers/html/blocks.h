#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/html/tree.h"

namespace backfile {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quotation, caption, cell, other };

/// A piece of running text of a page: what stands between two ends of block elements.
struct Block {
  std::uint32_t node;  ///< the block element that it is in
  BlockKind kind;
  std::string text;        ///< on one line, but '\n' for <br>
  std::size_t linked = 0;  ///< bytes of it that are in links

  [[nodiscard]] double link_density() const {
    return text.empty() ? 0 : static_cast<double>(linked) / static_cast<double>(text.size());
  }
};

/// The blocks of a page, in its order, without those in elements for which `skipped` (one for each
/// node) is true.
std::vector<Block> blocks_of(const HtmlTree& tree, const std::vector<bool>& skipped);

}  // namespace backfile
