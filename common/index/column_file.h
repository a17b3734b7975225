#pragma once

#include <cstdint>
#include <string>

#include "common/index/columns.h"

/// The form of the file of columns, for those who read and write it: a header; for each column an
/// entry; the lengths of documents; then for each column its numbers, the ends of its texts, its
/// texts. Every part begins at a multiple of eight bytes. Numbers are in the machine's own order: a
/// file that came from another machine has another `magic` there.
namespace backfile::column_file {

inline constexpr std::uint64_t magic = 0x32'6e'6d'75'6c'6f'43'42;  // "BColumn2"

struct Header {
  std::uint64_t magic = 0;
  std::uint64_t revision = 0;  ///< of the database
  char uuid[40] = {};          ///< of the database, then zeros
  std::uint64_t rows = 0;      ///< the highest number of a document, and one
  std::uint64_t columns = 0;
};

struct Entry {
  std::int64_t slot = no_slot;
  std::uint64_t distinct = 0;  ///< texts
  std::uint64_t text_bytes = 0;
};

constexpr std::size_t padded(std::size_t bytes) { return (bytes + 7) / 8 * 8; }

inline std::string path_in(const std::string& directory) { return directory + "/columns"; }

}  // namespace backfile::column_file
