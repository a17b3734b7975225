#pragma once

#include <cstdint>
#include <string>

#include "common/index/glass/version_file.h"

namespace backfile::glass {

/// A database that is merged with others.
struct MergeSource {
  std::string directory;
  Version version;
  std::int64_t rise = 0;   ///< of the numbers of its documents; negative when they fall
  std::uint32_t last = 0;  ///< the highest of these numbers, or of those before it

  [[nodiscard]] std::uint32_t number_of(std::uint32_t document) const {
    return static_cast<std::uint32_t>(document + rise);
  }
};

}  // namespace backfile::glass
