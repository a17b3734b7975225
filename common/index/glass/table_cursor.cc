#include "common/index/glass/table_cursor.h"

#include <algorithm>

namespace backfile::glass {

TableCursor::TableCursor(const Table& table) : table_(table), path_(table.root().level + 1) {}

void TableCursor::enter(std::size_t level, std::uint32_t number) {
  Step& step = path_[level];
  if (step.block != nullptr && step.number == number) return;
  step.block = nullptr;  // in case it cannot be read
  const unsigned char* block = table_.block(number, step.buffer);
  if (is_leaf(block) != (level == 0)) changed();
  step.block = block;
  step.number = number;
  step.item = 0;
}

/// From a level, whose block is the right one, down to the last item that is not behind the key.
void TableCursor::descend(std::size_t level, std::string_view key, std::size_t component) {
  for (;; --level) {
    Step& step = path_[level];
    step.item = last_not_behind(step.block, step.item, key, component);
    if (level == 0) break;
    const std::uint32_t child = child_of(step.block, step.item);
    table_.check_unchanged(step.block);
    enter(level - 1, child);
    if (level == 1) fetch_items(path_[0].block);
  }
  // What divides two leaves is shorter than keys, and so may be before all of the second.
  if (place_of(path_[0].block, path_[0].item).is_behind(key, component)) step_back();
}

void TableCursor::descend(std::string_view key, std::size_t component) {
  enter(path_.size() - 1, table_.root().block);
  for (Step& step : path_) step.item = 0;
  descend(path_.size() - 1, key, component);
}

/// Whether the item that leads to the place of the key is in this block of the path, not behind it.
bool TableCursor::ends_behind(std::size_t level, std::string_view key) const {
  const Step& step = path_[level];
  return place_of(step.block, items_of(step.block) - 1).is_behind(key, 1);
}

/// To a key behind the one at hand: no further up than is needed. Whether a leaf ends behind it is
/// seen a level above it, in a block that is likely to be near.
void TableCursor::go_on(std::string_view key) {
  std::size_t level = std::min<std::size_t>(1, path_.size() - 1);
  while (level + 1 < path_.size() && !ends_behind(level, key)) ++level;
  descend(level, key, 1);
}

/// To the item before.
void TableCursor::step_back() {
  std::size_t level = 0;
  while (level < path_.size() && path_[level].item == 0) ++level;
  if (level == path_.size()) changed();
  --path_[level].item;
  table_.check_unchanged(path_[level].block);
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

LeafItem TableCursor::item() const { return leaf_item(path_[0].block, path_[0].item); }

/// Finds the pieces of the entry whose first item the path leads to.
void TableCursor::read() {
  pieces_.clear();
  blocks_.clear();
  copies_.clear();
  for (std::size_t component = 1;; ++component) {
    const LeafItem part = item();
    if (component == 1) {
      key_ = part.place.key;
      is_compressed_ = part.compressed;
    }
    if (part.place.component != component || part.place.key != key_) changed();
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
  while (item().place.component > 1) step_back();  // to the first of its pieces
  read();
}

bool TableCursor::next() {
  if (!step()) return false;
  read();
  return true;
}

}  // namespace backfile::glass
