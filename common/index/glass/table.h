#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/block.h"
#include "common/mapped_file.h"
#include "common/random_file.h"

namespace backfile::glass {

/// A table of a glass database as it was at one revision. A writer may write into its file
/// meanwhile: it leaves the blocks of this revision alone until the revision after next, and what
/// is read of a block that it then took is noticed by the block's own revision, as Xapian does.
///
/// Blocks are read into memory as they are needed; from some ten thousand on, the file is mapped.
/// Mapping costs more than reading where a block is looked at once, and nothing from then on.
class Table {
 public:
  /// What one block is read into.
  using Buffer = std::vector<unsigned char>;

  /// Throws Error (unreadable). The blocks have `block_size` bytes.
  Table(const std::string& path, TableRoot root, std::uint64_t revision);

  [[nodiscard]] const TableRoot& root() const { return root_; }

  /// A block of this table's revision, in the mapped file or in `buffer`. Throws Error
  /// (index_changed) when a writer has taken it, and so does check_unchanged, which is to be called
  /// when all has been read of it.
  const unsigned char* block(std::uint32_t number, Buffer& buffer) const;
  void check_unchanged(const unsigned char* block) const;

  /// Whether blocks stay where they are, whatever becomes of buffers.
  [[nodiscard]] bool is_mapped() const { return map_ != nullptr; }

 private:
  /// Parts of the file that are mapped at once.
  static constexpr std::size_t window = std::size_t{256} << 10;

  void read(std::uint32_t number, Buffer& buffer) const;
  const unsigned char* mapped(std::uint32_t number) const;

  RandomFile file_;
  std::string path_;
  TableRoot root_;
  std::uint64_t revision_;
  mutable std::size_t reads_ = 0;
  mutable std::unique_ptr<const MappedFile> map_;
  mutable std::vector<bool> expected_;  ///< by window of the map
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
  /// The tag in the pieces that it has in the table: to be checked when it has been read.
  [[nodiscard]] const std::vector<std::string_view>& pieces() const { return pieces_; }
  /// The pieces as one, put together unless there is only one.
  [[nodiscard]] std::string_view tag();

  /// That no writer has taken a block of the entry until now.
  void check_unchanged() const;

 private:
  /// A block on the way to the entry, and which of its items leads there.
  struct Step {
    const unsigned char* block = nullptr;
    std::size_t item = 0;
    std::uint32_t number = 0;  ///< of the block
    Table::Buffer buffer;
  };
  /// An item of a leaf.
  struct Item {
    std::string_view key;
    std::size_t component;  ///< from 1
    std::string_view tag;
    bool is_last;
    bool compressed;
  };

  void enter(std::size_t level, std::uint32_t number);
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
  std::vector<std::string_view> pieces_;
  std::vector<const unsigned char*> blocks_;  ///< that these are in
  std::deque<std::string> copies_;            ///< of pieces whose block made room for the next
  std::string whole_;                         ///< a tag of several pieces
};

}  // namespace backfile::glass
