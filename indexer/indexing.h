#pragma once

#include "indexer/options.h"
#include "indexer/summary.h"

namespace backfile {

/// Reads the sources of `options` and brings the index up to date with them, or, in a dry run, only
/// says what they hold. What could not be read is listed on standard error (unless quiet) and in
/// the report. Throws Error when nothing can be done at all; the index is then as it was before.
Summary run_index(const IndexOptions& options);

}  // namespace backfile
