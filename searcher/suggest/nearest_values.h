#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"

namespace backfile {

/// The values of a field of keys or names, as they are shown, that `value` may have been meant to
/// be: first those that have all its words side by side, or whose words it has; then those that it
/// begins with, or that begin with it, or that differ in one letter; then others within a third of
/// its letters. Among equals the most frequent; `most` of them at most.
std::vector<std::string> nearest_values(const Xapian::Database& database, const Field& field,
                                        std::string_view value, std::size_t most);

}  // namespace backfile
