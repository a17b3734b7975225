#pragma once

#include <string>

#include "common/error.h"
#include "indexer/options.h"

namespace backfile {

/// What one of the upkeep commands came to.
struct UpkeepResult {
  std::string text;  ///< for standard output
  ExitStatus status = ExitStatus::success;
};

/// Does what `options.upkeep`, which is not `none`, asks for. Throws Error.
UpkeepResult run_upkeep(const IndexOptions& options);

}  // namespace backfile
