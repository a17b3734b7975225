#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// No row of a table of articles has more cells; of those behind, only the first is kept.
inline constexpr std::size_t most_csv_cells = 10'000;

/// One row of a table.
struct CsvRow {
  std::size_t position = 0;  ///< of its first byte
  std::size_t end = 0;       ///< behind its line end
  std::vector<std::string> cells;
  bool closed = true;  ///< false: a quotation mark has no partner, as far as can be told

  /// Whether the line is empty: no row at all.
  [[nodiscard]] bool is_blank() const;
};

/// How the rows of a table are written: RFC 4180, with any delimiter and any line end.
struct CsvForm {
  char delimiter = ',';
  bool quotes = true;  ///< false: a quotation mark is a character like any other
};

/// Reads the row that begins at `position` of `text`. A cell in quotation marks may hold
/// delimiters, line ends and doubled quotation marks; what stands behind its closing mark belongs
/// to it, as many programs write it. But where such a cell has several lines, that mark opened
/// another cell, and the cell was never closed: of such a cell only the begin is given. Looks at no
/// more than `longest_record` bytes.
CsvRow read_csv_row(std::string_view text, std::size_t position, CsvForm form);

}  // namespace backfile
