#pragma once

#include <cstdint>
#include <string>

#include "common/index/glass/version_file.h"

namespace backfile::glass {

/// The tables of a database that has no word positions, spellings or synonyms.
struct Tables {
  TableRoot postings;
  TableRoot data;
  TableRoot terms;
};

/// Writes the version file of a new glass database into its `directory` (Xapian 1.4,
/// backends/glass/glass_version.cc). Throws Error
/// (disk_full, unwritable).
void write_version_file(const std::string& directory, const Tables& tables,
                        const Statistics& statistics);

}  // namespace backfile::glass
