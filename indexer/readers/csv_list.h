#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// The strings of a list in one cell, as Python and JSON write it: "['Ann Lee', \"Bo O'Hara\"]";
/// nullopt when the cell is anything else.
std::optional<std::vector<std::string>> csv_list(std::string_view cell);

}  // namespace backfile
