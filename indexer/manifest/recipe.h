#pragma once

#include <cstdint>

#include "indexer/options.h"

namespace backfile {

/// Raised whenever readers or enrichment make something else of the same file, so that files that
/// have not changed are read again.
inline constexpr std::uint64_t reading_version = 1;

/// Tells how files are read, apart from what is in them: `reading_version`, and the options that
/// have a say (--map, --outlet, --language, --outlets). Throws Error (unreadable).
std::uint64_t recipe_of(const IndexOptions& options);

}  // namespace backfile
