#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace backfile {

/// Divides `text` into lines of at most `width` columns: at line ends, at spaces (which are left
/// out, also at either end), between wide characters where their typography allows it, and inside a
/// word only when it alone is too long. The lines are views of `text`, so that ranges in it stay
/// true. A line whose only character is wider than `width` holds it all the same. No text gives no
/// lines.
std::vector<std::string_view> wrap(std::string_view text, std::size_t width);

}  // namespace backfile
