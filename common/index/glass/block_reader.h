#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/index/glass/block.h"

/// What stands in a block, which is looked at where it lies. A writer may be writing over it, and
/// it may be damaged: each of these throws Error (index_changed) before it looks beyond the block.
namespace backfile::glass {

/// Throws Error (index_changed).
[[noreturn]] void changed();

std::uint32_t revision_of(const unsigned char* block);

bool is_leaf(const unsigned char* block);

/// How many items there are; one at least.
std::size_t items_of(const unsigned char* block);

/// What items are sorted by.
struct Place {
  std::string_view key;
  std::size_t component = 0;  ///< of a tag in several, from 1

  [[nodiscard]] bool is_behind(std::string_view other, std::size_t its_component) const {
    const int order = key.compare(other);
    return order != 0 ? order > 0 : component > its_component;
  }
};

Place place_of(const unsigned char* block, std::size_t item);

/// The last item that is not behind the key and component, as `first` is not: near it, most likely.
std::size_t last_not_behind(const unsigned char* block, std::size_t first, std::string_view key,
                            std::size_t component);

/// Of a branch: the number of the block that an item leads to.
std::uint32_t child_of(const unsigned char* block, std::size_t item);

/// An item of a leaf.
struct LeafItem {
  Place place;
  std::string_view tag;  ///< or a piece of it
  bool is_last = false;  ///< whether it is the last piece
  bool compressed = false;
};

LeafItem leaf_item(const unsigned char* block, std::size_t item);

/// Has the items of a leaf brought near, all at once.
void fetch_items(const unsigned char* block);

}  // namespace backfile::glass
