#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/block_reader.h"
#include "common/index/glass/table.h"

namespace backfile::glass {

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
  /// To be checked when it has been read.
  [[nodiscard]] std::string_view tag();
  [[nodiscard]] bool is_compressed() const { return is_compressed_; }

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
  void enter(std::size_t level, std::uint32_t number);
  void descend(std::size_t level, std::string_view key, std::size_t component);
  void descend(std::string_view key, std::size_t component);
  [[nodiscard]] bool ends_behind(std::size_t level, std::string_view key) const;
  void go_on(std::string_view key);
  void descend_first(std::size_t level);
  void step_back();
  bool step();
  [[nodiscard]] LeafItem item() const;
  void read();

  const Table& table_;
  std::vector<Step> path_;  ///< the leaf first
  std::string key_;
  bool is_compressed_ = false;
  std::vector<std::string_view> pieces_;      ///< of the tag
  std::vector<const unsigned char*> blocks_;  ///< that these are in
  std::deque<std::string> copies_;            ///< of pieces whose block made room for the next
  std::string whole_;                         ///< the tag, when it is in several pieces
};

}  // namespace backfile::glass
