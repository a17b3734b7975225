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

/// Whether two titles have the same letters and figures.
bool is_same_title(std::string_view a, std::string_view b);

/// Whether the letters and figures of `part` stand side by side in `whole`.
bool is_in_title(std::string_view part, std::string_view whole);

/// Whether two titles have so few letters in common that one is not the other one edited: less than
/// two thirds of their pairs of neighbouring letters (Dice's coefficient).
bool is_other_title(std::string_view a, std::string_view b);

}  // namespace backfile
