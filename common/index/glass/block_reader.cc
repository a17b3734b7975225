#include "common/index/glass/block_reader.h"

#include "common/error.h"

namespace backfile::glass {
namespace {

std::uint32_t number_at(const unsigned char* at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) number = number << 8 | at[i];
  return number;
}

std::string_view text_at(const unsigned char* at, std::size_t bytes) {
  return {reinterpret_cast<const char*>(at), bytes};
}

/// Where an item lies, with room for `least` bytes.
const unsigned char* item_at(const unsigned char* block, std::size_t item, std::size_t least) {
  const std::uint32_t offset = number_at(block + directory_at + item * offset_size, offset_size);
  if (offset + least > block_size) changed();
  return block + offset;
}

/// The key that begins with its length at `at`, in this block, with so many bytes behind it.
std::string_view key_at(const unsigned char* block, const unsigned char* at, std::size_t behind) {
  const std::size_t length = *at;
  if (at + key_length_size + length + behind > block + block_size) changed();
  return text_at(at + key_length_size, length);
}

Place branch_place(const unsigned char* block, std::size_t item) {
  const unsigned char* at =
      item_at(block, item, block_number_size + key_length_size) + block_number_size;
  const std::string_view key = key_at(block, at, component_size);
  return {key, number_at(at + key_length_size + key.size(), component_size)};
}

Place leaf_place(const unsigned char* block, std::size_t item) {
  const unsigned char* at = item_at(block, item, size_size + key_length_size);
  const bool is_first = (number_at(at, size_size) & first_flag) != 0;
  if (is_first) return {key_at(block, at + size_size, 0), 1};
  const std::string_view key = key_at(block, at + size_size, component_size);
  return {key, number_at(at + size_size + key_length_size + key.size(), component_size)};
}

}  // namespace

void changed() {
  throw Error(ErrorCode::index_changed, "the index was changed while it was read", "try again");
}

std::uint32_t revision_of(const unsigned char* block) { return number_at(block, revision_size); }

bool is_leaf(const unsigned char* block) { return block[level_at] == 0; }

std::size_t items_of(const unsigned char* block) {
  const std::uint32_t end = number_at(block + directory_end_at, offset_size);
  if (end < directory_at + offset_size || end > block_size) changed();
  return (end - directory_at) / offset_size;
}

Place place_of(const unsigned char* block, std::size_t item) {
  return is_leaf(block) ? leaf_place(block, item) : branch_place(block, item);
}

std::size_t last_not_behind(const unsigned char* block, std::size_t first, std::string_view key,
                            std::size_t component) {
  std::size_t end = items_of(block);
  for (std::size_t step = 1; first + step < end; step *= 2) {
    if (place_of(block, first + step).is_behind(key, component)) {
      end = first + step;
    } else {
      first += step;
    }
    if (end - first <= step) break;
  }
  while (end - first > 1) {
    const std::size_t middle = first + (end - first) / 2;
    (place_of(block, middle).is_behind(key, component) ? end : first) = middle;
  }
  return first;
}

std::uint32_t child_of(const unsigned char* block, std::size_t item) {
  return number_at(item_at(block, item, block_number_size), block_number_size);
}

LeafItem leaf_item(const unsigned char* block, std::size_t item) {
  const Place place = leaf_place(block, item);
  const unsigned char* at = item_at(block, item, least_item);
  const std::uint32_t head = number_at(at, size_size);
  const std::size_t size = (head & (first_flag - 1)) + least_item;
  const std::size_t before = size_size + key_length_size + place.key.size() +
                             ((head & first_flag) != 0 ? 0 : component_size);
  if (before > size || at + size > block + block_size) changed();
  return {place, text_at(at + before, size - before), (head & last_flag) != 0,
          (head & compressed_flag) != 0};
}

void fetch_items(const unsigned char* block) {
  const std::size_t items = items_of(block);
  for (std::size_t item = 0; item < items; ++item) {
    __builtin_prefetch(item_at(block, item, least_item));
  }
}

}  // namespace backfile::glass
