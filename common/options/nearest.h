#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace backfile {

/// Letters to add, drop, change or swap with their neighbour to turn one word into the other
/// (Damerau and Levenshtein, in the form of the optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The one of `names` that a user who typed `word` most likely meant: one that begins with it, or
/// within a third of its letters; empty when none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace backfile
