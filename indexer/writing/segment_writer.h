#pragma once

#include <string>
#include <vector>

#include "indexer/writing/inverted_batch.h"

namespace backfile {

/// Writes the documents of `batches`, one batch after the other, as a new glass database into
/// `directory`, which it makes. The format is Xapian's own, written from its first byte to its
/// last: Xapian itself, which must be able to change what it has written, needs several times the
/// time (ARCHITECTURE.md). Throws Error (disk_full, unwritable).
void write_segment(const std::string& directory, const std::vector<InvertedBatch>& batches);

}  // namespace backfile
