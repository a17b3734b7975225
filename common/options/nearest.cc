#include "common/options/nearest.h"

#include <algorithm>
#include <vector>

namespace backfile {
namespace {

using Row = std::vector<std::size_t>;

Row first_row(std::size_t length) {
  Row row(length + 1);
  for (std::size_t i = 0; i <= length; ++i) row[i] = i;
  return row;
}

bool swapped(std::string_view a, std::string_view b, std::size_t i, std::size_t j) {
  return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  Row two_above(b.size() + 1);
  Row above = first_row(b.size());
  Row row(b.size() + 1);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, above[j] + 1, row[j - 1] + 1});
      if (swapped(a, b, i, j)) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
    two_above.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  std::string_view best;
  std::size_t least = word.size() / 3 + 2;
  for (const std::string_view name : names) {
    const bool begun = word.size() > 1 && name.starts_with(word);
    const std::size_t distance = begun ? 1 : edit_distance(word, name);
    if (distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}

}  // namespace backfile
