#pragma once

#include <ostream>
#include <span>

#include "searcher/batch/batch.h"

namespace backfile {

/// A table of totals and queries, with a dash where a query could not be run.
void write_batch_text(std::span<const BatchLine> lines, std::ostream& out);

/// One document (docs/search-answer.md), or its lines one by one.
void write_batch_json(std::span<const BatchLine> lines, std::ostream& out);
void write_batch_jsonl(std::span<const BatchLine> lines, std::ostream& out);

/// Columns: line, query, total. The total is empty where a query could not be run.
void write_batch_csv(std::span<const BatchLine> lines, std::ostream& out);
void write_batch_tsv(std::span<const BatchLine> lines, std::ostream& out);

/// The number of the line, a tab and the id of an article it found, one a line.
void write_batch_ids(std::span<const BatchLine> lines, std::ostream& out);

/// A run whose topics are the numbers of the lines (trec.h).
void write_batch_trec(std::span<const BatchLine> lines, std::ostream& out);

}  // namespace backfile
