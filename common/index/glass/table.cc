#include "common/index/glass/table.h"

#include <algorithm>
#include <atomic>
#include <span>

#include "common/error.h"

namespace backfile::glass {
namespace {

[[noreturn]] void changed() {
  throw Error(ErrorCode::index_changed, "the index was changed while it was read", "try again");
}

std::uint32_t number_at(const unsigned char* at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < bytes; ++i) number = number << 8 | at[i];
  return number;
}

std::string_view text_at(const unsigned char* at, std::size_t bytes) {
  return {reinterpret_cast<const char*>(at), bytes};
}

std::size_t items_of(const unsigned char* block) {
  const std::uint32_t end = number_at(block + directory_end_at, offset_size);
  if (end < directory_at + offset_size || end > block_size) changed();
  return (end - directory_at) / offset_size;
}

/// Where an item lies, with room for `least` bytes.
const unsigned char* item_at(const unsigned char* block, std::size_t item, std::size_t least) {
  const std::uint32_t offset = number_at(block + directory_at + item * offset_size, offset_size);
  if (offset + least > block_size) changed();
  return block + offset;
}

/// The key that begins with its length at `at`, in this block.
std::string_view key_at(const unsigned char* block, const unsigned char* at) {
  const std::size_t length = *at;
  const std::string_view key = text_at(at + key_length_size, length);
  if (at + key_length_size + length + component_size > block + block_size) changed();
  return key;
}

/// What items are sorted by.
struct Place {
  std::string_view key;
  std::size_t component = 0;

  [[nodiscard]] bool is_behind(std::string_view other, std::size_t its_component) const {
    const int order = key.compare(other);
    return order != 0 ? order > 0 : component > its_component;
  }
};

Place branch_place(const unsigned char* block, std::size_t item) {
  const unsigned char* at =
      item_at(block, item, block_number_size + key_length_size) + block_number_size;
  const std::string_view key = key_at(block, at);
  return {key, number_at(at + key_length_size + key.size(), component_size)};
}

Place leaf_place(const unsigned char* block, std::size_t item) {
  const unsigned char* at = item_at(block, item, size_size + key_length_size);
  const bool is_first = (number_at(at, size_size) & first_flag) != 0;
  if (is_first && at[size_size] == 0) return {{}, 1};  // the table's first item may end the block
  const std::string_view key = key_at(block, at + size_size);
  const unsigned char* behind = at + size_size + key_length_size + key.size();
  return {key, is_first ? 1 : number_at(behind, component_size)};
}

std::uint32_t child_of(const unsigned char* block, std::size_t item) {
  return number_at(item_at(block, item, block_number_size), block_number_size);
}

/// Has the items of a leaf brought near, all at once.
void fetch_items(const unsigned char* block) {
  const std::size_t items = items_of(block);
  for (std::size_t item = 0; item < items; ++item) {
    __builtin_prefetch(item_at(block, item, least_item));
  }
}

Place place_of(const unsigned char* block, std::size_t item, std::size_t level) {
  return level == 0 ? leaf_place(block, item) : branch_place(block, item);
}

/// The last item that is not behind the key and component, as `first` is not: near it, most likely.
std::size_t last_not_behind(const unsigned char* block, std::size_t level, std::size_t first,
                            std::string_view key, std::size_t component) {
  std::size_t end = items_of(block);
  for (std::size_t step = 1; first + step < end; step *= 2) {
    if (place_of(block, first + step, level).is_behind(key, component)) {
      end = first + step;
    } else {
      first += step;
    }
    if (end - first <= step) break;
  }
  while (end - first > 1) {
    const std::size_t middle = first + (end - first) / 2;
    (place_of(block, middle, level).is_behind(key, component) ? end : first) = middle;
  }
  return first;
}

}  // namespace

Table::Table(const std::string& path, TableRoot root, std::uint64_t revision)
    : file_(path), path_(path), root_(root), revision_(revision) {}

const unsigned char* Table::block(std::uint32_t number, Buffer& buffer) const {
  constexpr std::size_t most_reads = 10'000;
  if (!map_ && ++reads_ > most_reads) {
    map_ = std::make_unique<const MappedFile>(path_);
    expected_.resize(map_->bytes().size() / window + 1);
  }
  if (!map_) read(number, buffer);
  const unsigned char* block = map_ ? mapped(number) : buffer.data();
  check_unchanged(block);
  return block;
}

void Table::read(std::uint32_t number, Buffer& buffer) const {
  buffer.resize(block_size);
  const std::span<char> bytes(reinterpret_cast<char*>(buffer.data()), block_size);
  if (!file_.read(std::uint64_t{number} * block_size, bytes)) changed();
}

const unsigned char* Table::mapped(std::uint32_t number) const {
  const std::uint64_t begin = std::uint64_t{number} * block_size;
  if (begin + block_size > map_->bytes().size()) changed();
  if (!expected_[begin / window]) {
    expected_[begin / window] = true;
    map_->expect(begin / window * window, window);
  }
  return reinterpret_cast<const unsigned char*>(map_->bytes().data() + begin);
}

void Table::check_unchanged(const unsigned char* block) const {
  // A block is written from its begin on, where its revision is: what was read before this was
  // read before the revision is.
  std::atomic_thread_fence(std::memory_order_acquire);
  if (number_at(block, 4) > revision_) changed();
}

TableCursor::TableCursor(const Table& table) : table_(table), path_(table.root().level + 1) {}

void TableCursor::enter(std::size_t level, std::uint32_t number) {
  Step& step = path_[level];
  if (step.block != nullptr && step.number == number) return;
  step.block = nullptr;  // in case it cannot be read
  step.block = table_.block(number, step.buffer);
  step.number = number;
  step.item = 0;
}

/// From a level, whose block is the right one, down to the last item that is not behind the key.
void TableCursor::descend(std::size_t level, std::string_view key, std::size_t component) {
  for (;; --level) {
    Step& step = path_[level];
    step.item = last_not_behind(step.block, level, step.item, key, component);
    if (level == 0) break;
    const std::uint32_t child = child_of(step.block, step.item);
    table_.check_unchanged(step.block);
    enter(level - 1, child);
    if (level == 1) fetch_items(path_[0].block);
  }
  if (path_[0].block[level_at] != 0) changed();
  // What divides two leaves is shorter than keys, and so may be before all of the second.
  if (leaf_place(path_[0].block, path_[0].item).is_behind(key, component)) step_back();
}

void TableCursor::descend(std::string_view key, std::size_t component) {
  enter(path_.size() - 1, table_.root().block);
  for (Step& step : path_) step.item = 0;
  descend(path_.size() - 1, key, component);
}

/// Whether the item that leads to the place of the key is in this block of the path, not behind it.
bool TableCursor::ends_behind(std::size_t level, std::string_view key) const {
  const Step& step = path_[level];
  return place_of(step.block, items_of(step.block) - 1, level).is_behind(key, 1);
}

/// To a key behind the one at hand: no further up than is needed. Whether a leaf ends behind it is
/// seen a level above it, in a block that is likely to be near.
void TableCursor::go_on(std::string_view key) {
  std::size_t level = std::min<std::size_t>(1, path_.size() - 1);
  while (level + 1 < path_.size() && !ends_behind(level, key)) ++level;
  descend(level, key, 1);
}

/// From the first item of a leaf to the last of the leaf before.
void TableCursor::step_back() {
  std::size_t level = 1;
  while (level < path_.size() && path_[level].item == 0) ++level;
  if (level == path_.size()) changed();
  --path_[level].item;
  for (; level > 0; --level) {
    const std::uint32_t number = child_of(path_[level].block, path_[level].item);
    table_.check_unchanged(path_[level].block);
    enter(level - 1, number);
    path_[level - 1].item = items_of(path_[level - 1].block) - 1;
  }
}

/// From the item of `level` down to the first item of the leaf below it.
void TableCursor::descend_first(std::size_t level) {
  for (; level > 0; --level) {
    const Step& step = path_[level];
    const std::uint32_t number = child_of(step.block, step.item);
    table_.check_unchanged(step.block);
    enter(level - 1, number);
    path_[level - 1].item = 0;
  }
}

/// Goes to the next item of a leaf.
bool TableCursor::step() {
  for (std::size_t level = 0; level < path_.size(); ++level) {
    if (path_[level].item + 1 == items_of(path_[level].block)) continue;
    ++path_[level].item;
    descend_first(level);
    return true;
  }
  return false;
}

TableCursor::Item TableCursor::item() const {
  const unsigned char* block = path_[0].block;
  const Place place = leaf_place(block, path_[0].item);
  const unsigned char* at = item_at(block, path_[0].item, least_item);
  const std::uint32_t head = number_at(at, size_size);
  const std::size_t size = (head & (first_flag - 1)) + least_item;
  const std::size_t before = size_size + key_length_size + place.key.size() +
                             ((head & first_flag) != 0 ? 0 : component_size);
  if (before > size || at + size > block + block_size) changed();
  return {place.key, place.component, text_at(at + before, size - before), (head & last_flag) != 0,
          (head & compressed_flag) != 0};
}

/// Finds the pieces of the entry whose first item the path leads to.
void TableCursor::read() {
  pieces_.clear();
  blocks_.clear();
  copies_.clear();
  for (std::size_t component = 1;; ++component) {
    const Item part = item();
    if (component == 1) key_ = part.key;
    if (part.component != component || part.key != key_ || part.compressed) changed();
    pieces_.push_back(part.tag);
    if (table_.is_mapped()) blocks_.push_back(path_[0].block);
    if (part.is_last) return;
    if (!table_.is_mapped()) pieces_.back() = copies_.emplace_back(part.tag);
    if (!step()) changed();
  }
}

std::string_view TableCursor::tag() {
  if (pieces_.size() == 1) return pieces_.front();
  whole_.clear();
  for (const std::string_view piece : pieces_) whole_ += piece;
  return whole_;
}

void TableCursor::check_unchanged() const {
  for (const unsigned char* block : blocks_) table_.check_unchanged(block);
}

/// To the last entry that is not behind the key.
void TableCursor::seek(std::string_view key) {
  if (path_[0].block != nullptr && key_ < key) {
    go_on(key);
  } else {
    descend(key, 1);
  }
  const Item found = item();
  if (found.component > 1) {
    const std::string begin(found.key);
    table_.check_unchanged(path_[0].block);
    descend(begin, 1);
  }
  read();
}

bool TableCursor::next() {
  if (!step()) return false;
  read();
  return true;
}

}  // namespace backfile::glass
