#pragma once

#include <cstdint>
#include <string>

#include "indexer/writing/glass/table_writer.h"

namespace backfile::glass {

/// What a database's version file tells beside the places of its tables.
struct Statistics {
  std::uint32_t documents = 0;  ///< numbered from 1 without a gap
  std::uint64_t length = 0;     ///< of all documents together
  std::uint32_t shortest = 0;   ///< length of a document, those of length 0 aside
  std::uint32_t longest = 0;
  std::uint32_t most_frequent = 0;  ///< highest within-document frequency of a term
};

/// The tables of a database that has no word positions, spellings or synonyms.
struct Tables {
  TableRoot postings;
  TableRoot data;
  TableRoot terms;
};

/// Writes the version file of a new glass database into its `directory` (Xapian 1.4,
/// backends/glass/glass_version.cc). Throws Error (disk_full, unwritable).
void write_version_file(const std::string& directory, const Tables& tables,
                        const Statistics& statistics);

}  // namespace backfile::glass
