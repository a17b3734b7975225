#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Stands between the values of a field that has several in one slot; no key contains it.
inline constexpr char value_separator = '\x1F';

/// Calls `visit` with each value of a slot's text.
template <typename Visit>
void for_each_value(std::string_view list, Visit&& visit) {
  while (!list.empty()) {
    const std::size_t end = list.find(value_separator);
    visit(list.substr(0, end));
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + 1);
  }
}

inline bool contains_value(std::string_view list, std::string_view wanted) {
  bool found = false;
  for_each_value(list, [&](std::string_view value) { found = found || value == wanted; });
  return found;
}

/// Appends `value` to a slot's text.
inline void append_value(std::string& list, std::string_view value) {
  if (!list.empty()) list += value_separator;
  list += value;
}

}  // namespace backfile
