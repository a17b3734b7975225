#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace backfile {

/// Where words stand in an article, rising.
using Positions = std::vector<std::uint32_t>;

/// Where an operand stands: its first and its last word.
struct Span {
  std::uint32_t first;
  std::uint32_t last;
  auto operator<=>(const Span&) const = default;
};

/// In order.
using Spans = std::vector<Span>;

/// Whether one span of each operand can be chosen so that together they make a short stretch and
/// none overlaps another. `distance` is from the end of one operand to the begin of the next, in
/// words, added up over all of them for more than two.
bool are_near(const std::vector<Spans>& operands, std::size_t distance);

}  // namespace backfile
