#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// `title` without what a page puts before or behind an article's own: one of the `others` (other
/// titles of the page) when that is all of `title` up to a separator (" | ", " - "), else all but a
/// last part that is the `outlet`'s name or its address.
std::string own_title(const std::string& title, const std::vector<std::string>& others,
                      std::string_view outlet);

}  // namespace backfile
