#pragma once

#include <ostream>
#include <span>

#include "searcher/batch/batch.h"
#include "searcher/output/output.h"

namespace backfile {

/// Writes what came of a list of queries. Text: a table of totals and queries, with a dash where a
/// query could not be run. JSON: one document (docs/search-answer.md). Ids: the number of the line,
/// a tab and the id of an article it found, one a line.
void write_batch(std::span<const BatchLine> lines, OutputFormat format, std::ostream& out);

}  // namespace backfile
