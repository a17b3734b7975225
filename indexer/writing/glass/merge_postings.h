#pragma once

#include <span>

#include "indexer/writing/glass/merge_source.h"
#include "indexer/writing/glass/table_writer.h"

namespace backfile::glass {

/// Writes into `table` the tables of postings of all sources as one: posting lists, values with
/// their statistics, lengths of documents, and metadata, of which of one key the first counts.
/// Throws Error (index_damaged, index_changed, disk_full, unwritable).
void merge_postings(std::span<const MergeSource> sources, TableWriter& table);

}  // namespace backfile::glass
