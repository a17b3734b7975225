#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// A bar of this share (0 to 1) of `columns`, by eighths of a column. What is not nothing has at
/// least an eighth.
std::string bar(double share, std::size_t columns);

/// A row of small columns, the highest for the greatest value; where there are more values than
/// columns, each stands for the mean of several. Values are not negative.
std::string sparkline(const std::vector<double>& values, std::size_t columns);

/// How much of `all` is `part`, as text for people: "12.3%", "0.05%"; "–" of nothing.
std::string share_text(std::uint64_t part, std::uint64_t all);

/// The same as a number from 0 to 1; 0 of nothing.
double share_of(std::uint64_t part, std::uint64_t all);

/// `text`, or its beginning and "…" where it has not enough columns, and the spaces that fill them.
std::string in_columns(std::string_view text, std::size_t columns);

/// `text` behind the spaces that fill the columns.
std::string at_right(std::string_view text, std::size_t columns);

}  // namespace backfile
