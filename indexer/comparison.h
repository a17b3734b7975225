#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/text/text_range.h"

namespace backfile {

/// What other articles tell of an article.
struct Comparison {
  std::vector<TextRange> boilerplate = {};   ///< parts of its body, rising
  std::string story = {};                    ///< shared by its near-duplicates
  std::vector<std::uint32_t> found_by = {};  ///< hashes that later ones find it by
};

}  // namespace backfile
