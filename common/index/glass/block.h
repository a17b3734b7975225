#pragma once

#include <cstddef>
#include <cstdint>

/// The form of the blocks that Xapian's glass tables consist of (Xapian 1.4,
/// backends/glass/glass_table.h), for those who write and read them.
///
/// A block: revision (4 bytes), level (1), largest and whole free space (2 each), end of the
/// directory (2), directory of offsets (2 each), free space, items. Numbers have their highest byte
/// first.
///
/// An item of a leaf: its size less 3 with three flags (2 bytes), key length (1), key, number of
/// the component (2) unless it is the first, piece of the tag. Of a branch: number of a block (4),
/// key length (1), key, number of the component (2).
namespace backfile::glass {

/// Bytes of a block, Xapian's default.
inline constexpr std::size_t block_size = 8192;

inline constexpr std::size_t revision_size = 4;
inline constexpr std::size_t level_at = 4;
inline constexpr std::size_t free_at = 5;
inline constexpr std::size_t directory_end_at = 9;
inline constexpr std::size_t directory_at = 11;
inline constexpr std::size_t offset_size = 2;

inline constexpr std::size_t size_size = 2;
inline constexpr std::size_t key_length_size = 1;
inline constexpr std::size_t component_size = 2;
inline constexpr std::size_t block_number_size = 4;
inline constexpr std::size_t least_item = 3;
inline constexpr unsigned compressed_flag = 0x8000;
inline constexpr unsigned last_flag = 0x4000;
inline constexpr unsigned first_flag = 0x2000;

/// What a database's version file says of one table.
struct TableRoot {
  std::uint32_t block = 0;  ///< number of the root block
  unsigned level = 0;       ///< of the root block, above the leaves
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< in the file, where that is known
};

}  // namespace backfile::glass
