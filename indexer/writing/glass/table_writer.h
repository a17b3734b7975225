#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/block.h"
#include "common/index/output_file.h"

namespace backfile::glass {

/// Writes a table of a glass database, a B-tree of keys and tags, from its first entry to its last:
/// full blocks one after the other, never read again. The format is that of Xapian 1.4
/// (backends/glass/glass_table.h): blocks with a directory of offsets at the begin and items at the
/// end, tags that are too long for an item in several components.
class TableWriter {
 public:
  /// Makes the file. Throws Error (disk_full, unwritable), as `add` and `finish` do.
  explicit TableWriter(const std::string& path);

  /// Adds an entry; keys rise and have 1 to 255 bytes. `compressed` tags are raw DEFLATE data.
  void add(std::string_view key, std::string_view tag, bool compressed = false);

  /// Writes what is left. Call it once, after the last entry.
  TableRoot finish();

 private:
  /// A block that still takes items: the last one of its level.
  struct Block {
    std::uint32_t number;
    std::size_t directory_end;
    std::size_t items_begin;
    std::vector<unsigned char> bytes;

    [[nodiscard]] std::size_t free() const { return items_begin - directory_end; }
  };
  /// One of the pieces of a tag.
  struct Component {
    std::string_view key;
    std::size_t number;  ///< counted from 1
    std::string_view bytes;
    bool is_last;
    bool compressed;

    [[nodiscard]] std::size_t size() const;
  };

  /// What divides two blocks: at least as high as the end of one, no higher than the next.
  struct Border {
    std::string_view key;
    std::size_t component = 0;

    [[nodiscard]] std::size_t size() const;  ///< of its item in a branch
  };

  [[nodiscard]] std::size_t first_component(std::size_t key, std::size_t tag) const;
  void add(const Component& component);
  void divide_leaf(const Component& component);
  void go_on(std::size_t level, Border border);
  void add_branch(std::size_t level, Border border, std::uint32_t child);
  Block new_block();
  void write(std::size_t level);
  static unsigned char* append(Block& block, std::size_t size);

  OutputFile file_;
  std::vector<Block> levels_;  ///< leaves first
  std::string last_key_;
  std::uint32_t blocks_ = 0;
  std::uint64_t entries_ = 0;
};

}  // namespace backfile::glass
