#include "searcher/query/field_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "common/text/lower_case.h"
#include "searcher/query/symbols.h"

namespace backfile {
namespace {

constexpr std::size_t longest_name = 24;

/// How many letters to insert, delete, replace or swap to make one of the other (optimal string
/// alignment).
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t& least = edits[i][j] = std::max(i, j);
      if (i == 0 || j == 0) continue;
      const std::size_t replaced = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      least = std::min({replaced, edits[i - 1][j] + 1, edits[i][j - 1] + 1});
      if (i < 2 || j < 2 || a[i - 1] != b[j - 2] || a[i - 2] != b[j - 1]) continue;
      least = std::min(least, edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

constexpr std::size_t unlike = 3;

/// How far `typed` is from a name; a beginning of it, or more than it, counts as one edit.
std::size_t distance(std::string_view typed, std::string_view name) {
  if (name.empty()) return unlike;
  if (typed.size() >= 3 && (name.starts_with(typed) || typed.starts_with(name))) return 1;
  const std::size_t edits = edits_between(typed, name);
  return edits <= (typed.size() < 5 ? 1 : 2) ? edits : unlike;
}

/// The fields whose names are the nearest, when they are near at all.
std::vector<std::string_view> names_like(std::string_view typed) {
  std::vector<std::string_view> names;
  std::size_t least = unlike - 1;
  for (const Field& entry : fields) {
    if (entry.kind == FieldKind::stored) continue;
    const std::size_t edits = std::min(distance(typed, entry.name), distance(typed, entry.alias));
    if (edits > least) continue;
    if (edits < least) names.clear();
    least = edits;
    names.push_back(entry.name);
  }
  return names;
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (const Field& entry : fields) {
    if (entry.kind != FieldKind::stored) names.push_back(entry.name);
  }
  return names;
}

}  // namespace

const Field* field_called(std::string_view name) {
  return name.empty() || name.size() > longest_name ? nullptr : find_field(lower_case(name));
}

std::string field_suggestion(std::string_view name) {
  if (name.size() <= longest_name) {
    const auto near_names = names_like(lower_case(name));
    if (!near_names.empty()) return fmt::format("did you mean {}", fmt::join(near_names, " or "));
  }
  return fmt::format("the fields are {}", fmt::join(all_names(), ", "));
}

}  // namespace backfile
