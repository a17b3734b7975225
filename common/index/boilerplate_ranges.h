#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/text_range.h"

namespace backfile {

/// The parts of an article's body that its outlet repeats in article after article, as they are
/// kept in `boilerplate_slot`. They rise, and lie apart from each other; empty when there are none.
std::string boilerplate_value(std::span<const TextRange> ranges);

/// Takes them out again. Throws Error (index_damaged).
std::vector<TextRange> boilerplate_ranges(std::string_view value);

/// The parts of `ranges` that are in none of `others`; both rise, and lie apart from each other.
std::vector<TextRange> ranges_without(std::span<const TextRange> ranges,
                                      std::span<const TextRange> others);

/// What of a body is the article's own: `body` without `ranges`, which rise.
std::string without_ranges(std::string_view body, std::span<const TextRange> ranges);

}  // namespace backfile
