#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/index/database_state.h"
#include "common/index/glass/block.h"

namespace backfile::glass {

/// The begin of the file (Xapian 1.4, backends/glass/glass_version.cc): what marks it, with the
/// version of the format, 2016-03-14. Then come the database's identifier and the revision; of each
/// table, that of the postings first, the number of the root, its level with two flags, how many
/// entries there are, the size of a block by 2048, from which length tags are compressed, and the
/// list of free blocks; and the statistics.
inline constexpr std::string_view version_mark("\x0F\x0DXapian Glass\x04\x6E", 16);
inline constexpr unsigned level_shift = 2;
inline constexpr unsigned block_size_shift = 11;

/// What a database's version file tells beside the places of its tables.
struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last = 0;      ///< the highest number that a document ever had
  std::uint64_t length = 0;    ///< of all documents together
  std::uint32_t shortest = 0;  ///< length of a document, those of length 0 aside
  std::uint32_t longest = 0;
  std::uint32_t most_frequent = 0;  ///< highest within-document frequency of a term
};

/// What is said in the version file of a database that Xapian 1.4 can open. Tables without entries
/// may have no file.
struct Version {
  DatabaseState state;
  TableRoot postings;
  TableRoot data;
  TableRoot terms;
  TableRoot positions;
  std::size_t block_size = 0;  ///< the least of all tables
  Statistics statistics;
};

/// Reads the version file in `directory`. nullopt when there is none, or none of a form that is
/// known.
std::optional<Version> read_version_file(const std::string& directory);

}  // namespace backfile::glass
