#pragma once

#include <memory>

#include "indexer/options.h"
#include "indexer/progress.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// The index that `options` name, to be written. With --wait it waits for another writer's end;
/// Error (interrupted) when the user ends that.
std::unique_ptr<IndexWriter> open_writer(const IndexOptions& options, Progress& progress);

}  // namespace backfile
