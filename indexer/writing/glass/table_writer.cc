#include "indexer/writing/glass/table_writer.h"

#include <algorithm>
#include <cstring>

namespace backfile::glass {
namespace {

/// So that four items fit in a block.
constexpr std::size_t longest_item = (block_size - directory_at - 4 * offset_size) / 4;

/// Free space that is worth a component of its own is longer than the key by this (Xapian's own
/// measure when it compacts).
constexpr std::size_t worth_filling = 34;

/// All blocks of a new database are of its first revision.
constexpr std::uint32_t revision = 1;

void put(unsigned char* to, std::size_t bytes, std::uint32_t number) {
  for (; bytes > 0; number >>= 8) to[--bytes] = static_cast<unsigned char>(number);
}

unsigned char* put_key(unsigned char* to, std::string_view key) {
  *to++ = static_cast<unsigned char>(key.size());
  return std::copy(key.begin(), key.end(), to);
}

/// As much of `key` as tells it from `before`.
std::string_view separator(std::string_view before, std::string_view key) {
  const auto [mine, its] = std::mismatch(key.begin(), key.end(), before.begin(), before.end());
  const auto same = static_cast<std::size_t>(mine - key.begin());
  return key.substr(0, same + 1);
}

}  // namespace

std::size_t TableWriter::Component::size() const {
  return size_size + key_length_size + key.size() + (number == 1 ? 0 : component_size) +
         bytes.size();
}

std::size_t TableWriter::Border::size() const {
  return block_number_size + key_length_size + key.size() + component_size;
}

TableWriter::TableWriter(const std::string& path) : file_(path) {
  levels_.push_back(new_block());
  // Every table begins with an item without key and tag.
  unsigned char* item = append(levels_[0], size_size + key_length_size);
  put(item, size_size, first_flag | last_flag);
  item[size_size] = 0;
}

TableWriter::Block TableWriter::new_block() {
  return {blocks_++, directory_at, block_size, std::vector<unsigned char>(block_size)};
}

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  const std::size_t fixed = size_size + key_length_size + key.size() + component_size;
  const std::size_t most = longest_item - fixed;
  std::size_t length = first_component(key.size(), tag.size());
  for (std::size_t number = 1;; ++number) {
    length = std::min(length, tag.size());
    add({key, number, tag.substr(0, length), length == tag.size(), compressed});
    if (length == tag.size()) break;
    tag.remove_prefix(length);
    length = most;
  }
  ++entries_;
}

/// How much of a tag goes into its first item: all, if it fits, else what fills the block.
std::size_t TableWriter::first_component(std::size_t key, std::size_t tag) const {
  const std::size_t fixed = size_size + key_length_size + key + component_size;
  const std::size_t most = longest_item - fixed;
  if (tag <= most + component_size) return tag;
  const std::size_t space = levels_[0].free() % (longest_item + offset_size);
  if (space <= offset_size + fixed) return most + component_size;
  const std::size_t filling = space - offset_size - fixed;
  const bool costs_nothing = filling >= (tag - component_size) % most;
  if (!costs_nothing && filling < key + worth_filling) return most + component_size;
  return filling + component_size;
}

void TableWriter::add(const Component& component) {
  if (levels_[0].free() < component.size() + offset_size) divide_leaf(component);
  unsigned char* item = append(levels_[0], component.size());
  unsigned head = static_cast<unsigned>(component.size()) - 3;
  if (component.compressed) head |= compressed_flag;
  if (component.is_last) head |= last_flag;
  if (component.number == 1) head |= first_flag;
  put(item, size_size, head);
  item = put_key(item + size_size, component.key);
  if (component.number > 1) {
    put(item, component_size, static_cast<std::uint32_t>(component.number));
    item += component_size;
  }
  std::copy(component.bytes.begin(), component.bytes.end(), item);
  last_key_ = component.key;
}

/// Goes on with a new leaf, which `component` begins.
void TableWriter::divide_leaf(const Component& component) {
  const std::string_view key = separator(last_key_, component.key);
  go_on(0, {key, component.number});
}

/// Writes the block of a level and begins the next; `border` divides them.
void TableWriter::go_on(std::size_t level, Border border) {
  write(level);
  const std::uint32_t before = levels_[level].number;
  levels_[level] = new_block();
  const std::uint32_t next = levels_[level].number;
  if (level + 1 == levels_.size()) {
    levels_.push_back(new_block());
    add_branch(level + 1, {}, before);
  }
  add_branch(level + 1, border, next);
}

/// A block of a branch begins with an item without key.
void TableWriter::add_branch(std::size_t level, Border border, std::uint32_t child) {
  if (levels_[level].free() < border.size() + offset_size) {
    go_on(level, border);
    border = {};
  }
  unsigned char* item = append(levels_[level], border.size());
  put(item, block_number_size, child);
  item = put_key(item + block_number_size, border.key);
  put(item, component_size, static_cast<std::uint32_t>(border.component));
}

unsigned char* TableWriter::append(Block& block, std::size_t size) {
  block.items_begin -= size;
  put(block.bytes.data() + block.directory_end, offset_size,
      static_cast<std::uint32_t>(block.items_begin));
  block.directory_end += offset_size;
  return block.bytes.data() + block.items_begin;
}

void TableWriter::write(std::size_t level) {
  Block& block = levels_[level];
  unsigned char* bytes = block.bytes.data();
  put(bytes, level_at, revision);
  bytes[level_at] = static_cast<unsigned char>(level);
  put(bytes + free_at, 2, static_cast<std::uint32_t>(block.free()));
  put(bytes + free_at + 2, 2, static_cast<std::uint32_t>(block.free()));
  put(bytes + directory_end_at, 2, static_cast<std::uint32_t>(block.directory_end));
  file_.write_at(std::uint64_t{block.number} * block_size,
                 {reinterpret_cast<const char*>(bytes), block_size});
}

TableRoot TableWriter::finish() {
  for (std::size_t level = 0; level < levels_.size(); ++level) write(level);
  return {levels_.back().number, static_cast<unsigned>(levels_.size() - 1), entries_, blocks_};
}

}  // namespace backfile::glass
