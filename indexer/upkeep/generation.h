#pragma once

#include <cstdint>
#include <string>

namespace backfile {

/// The directory of the generation in use of the index at `path`. Throws Error: index_missing when
/// there is none, index_damaged when its stub is not one of ours.
std::string generation_in_use(const std::string& path);

/// Bytes of all files below a directory.
std::uint64_t bytes_below(const std::string& directory);

}  // namespace backfile
