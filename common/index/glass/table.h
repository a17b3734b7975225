#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
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

  /// Whether each block is looked at once, or as a query needs it.
  enum class Access : bool { as_needed, once };

  /// Throws Error (unreadable). The blocks have `block_size` bytes.
  Table(const std::string& path, TableRoot root, std::uint64_t revision,
        Access access = Access::as_needed);

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

  const unsigned char* read(std::uint32_t number, Buffer& buffer) const;
  void map() const;
  const unsigned char* mapped(std::uint32_t number) const;

  RandomFile file_;
  std::string path_;
  TableRoot root_;
  std::uint64_t revision_;
  Access access_;
  mutable std::size_t reads_ = 0;
  mutable std::unique_ptr<const MappedFile> map_;
  mutable std::vector<bool> expected_;  ///< by window of the map
};

}  // namespace backfile::glass
