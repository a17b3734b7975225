#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/csv_row.h"

namespace backfile {

/// What the top of a table tells.
struct CsvHead {
  CsvForm form;
  std::vector<std::string> columns;  ///< their names; "" for one without
  std::size_t rows = 0;              ///< where the first row behind the head begins
};

/// The head of the table that `text` is; nullopt when it is none. A table's first line names its
/// columns, separated by comma, semicolon, tab or bar; we know what several of them hold
/// (keys.h), or the rows below have as many cells each. A line "sep=;", as Excel writes it, may
/// stand above. Looks at the first 64 KB.
std::optional<CsvHead> csv_head(std::string_view text);

/// Whether `text`, of which csv_head knows none, is a table all the same: each of three rows or
/// more has as many cells, at least three, and all cells of some column are numbers, dates in
/// figures or addresses, which prose does not have.
bool is_table_without_head(std::string_view text);

}  // namespace backfile
