#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/output.h"

namespace backfile {

/// How a table of hits is written: a line with the names of the columns, then a line for each hit.
struct TableForm {
  char separator;
  std::string (*cell)(std::string_view text);
};

/// Writes a line of cells.
void write_row(const std::vector<std::string>& cells, const TableForm& form, std::ostream& out);

/// Writes the columns that were chosen, or the usual ones. When no hits are asked for but facets
/// were counted, it writes these instead: field, value and count, with an empty value for the
/// articles that have none.
std::unique_ptr<AnswerSink> table_writer(const TableForm& form, const Layout& layout,
                                         std::ostream& out);

}  // namespace backfile
