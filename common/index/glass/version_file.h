#pragma once

#include <optional>
#include <string>

#include "common/index/columns.h"
#include "common/index/glass/block.h"

namespace backfile::glass {

/// What is said in the version file of a database that Xapian 1.4 can open.
struct Version {
  DatabaseState state;
  TableRoot postings;  ///< with no block when the table is empty
  std::size_t block_size = 0;
};

/// Reads the version file in `directory`. nullopt when there is none, or none of a form that is
/// known.
std::optional<Version> read_version_file(const std::string& directory);

}  // namespace backfile::glass
