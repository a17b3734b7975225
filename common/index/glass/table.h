#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/block.h"
#include "common/mapped_file.h"

namespace backfile::glass {

/// A table of a glass database as it was at one revision, read from the mapped file. A writer may
/// write into it meanwhile: it leaves the blocks of this revision alone until the revision after
/// next, and what is read of a block that it then took is noticed by the block's own revision, as
/// Xapian does.
class Table {
 public:
  /// Throws Error (unreadable). The blocks have `block_size` bytes.
  Table(const std::string& path, TableRoot root, std::uint64_t revision);

  [[nodiscard]] const TableRoot& root() const { return root_; }

  /// A block of this table's revision. Throws Error (index_changed) when a writer has taken it, and
  /// so does check_unchanged, which is to be called when all has been read of it.
  [[nodiscard]] const unsigned char* block(std::uint32_t number) const;
  void check_unchanged(const unsigned char* block) const;

 private:
  MappedFile file_;
  TableRoot root_;
  std::uint64_t revision_;
};

/// Goes through the entries of a table in the order of their keys. All but construction throws
/// Error (index_changed) when a writer has taken a block, or a block is no block of the format.
class TableCursor {
 public:
  explicit TableCursor(const Table& table);

  /// Goes to the last entry whose key is not behind `key`. Before the first there is one with an
  /// empty key.
  void seek(std::string_view key);

  /// Goes to the next entry; false behind the last.
  bool next();

  /// Of the entry; valid until the cursor moves.
  [[nodiscard]] std::string_view key() const { return key_; }
  /// As it is in the mapped file, mostly: to be checked when it has been read.
  [[nodiscard]] std::string_view tag() const { return tag_; }

  /// That no writer has taken the block of the entry until now.
  void check_unchanged() const;

 private:
  /// A block on the way to the entry, and which of its items leads there.
  struct Step {
    const unsigned char* block = nullptr;
    std::size_t item = 0;
  };
  /// An item of a leaf.
  struct Item {
    std::string_view key;
    std::size_t component;  ///< from 1
    std::string_view tag;
    bool is_last;
    bool compressed;
  };

  void descend(std::size_t level, std::string_view key, std::size_t component);
  void descend(std::string_view key, std::size_t component);
  [[nodiscard]] bool ends_behind(std::size_t level, std::string_view key) const;
  void go_on(std::string_view key);
  void descend_first(std::size_t level);
  void step_back();
  bool step();
  [[nodiscard]] Item item() const;
  void read();

  const Table& table_;
  std::vector<Step> path_;  ///< the leaf first
  std::string key_;
  std::string_view tag_;
  std::string pieces_;  ///< of a tag that is in several
};

}  // namespace backfile::glass
