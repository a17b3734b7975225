#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/enrichment/near_duplicates.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// The articles of earlier runs that may be found by one of `hashes`. Throws Error.
std::vector<NearDuplicates::Older> older_articles(const IndexWriter& writer,
                                                  std::span<const std::uint32_t> hashes);

}  // namespace backfile
