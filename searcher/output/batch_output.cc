#include "searcher/output/batch_output.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/report_error.h"
#include "common/text/utf8.h"
#include "searcher/output/csv.h"
#include "searcher/output/trec.h"
#include "searcher/output/tsv.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

std::string total_text(const BatchLine& line) { return line.error ? "–" : grouped(line.total); }

Json line_json(const BatchLine& line) {
  Json object{{"line", line.number}, {"query", to_valid_utf8(line.query)}};
  if (line.error) {
    object.update(Json::parse(error_json(*line.error, line.query)));
  } else {
    object["total"] = line.total;
  }
  return object;
}

void write_cells(std::span<const BatchLine> lines, const TableForm& form, std::ostream& out) {
  write_row({"line", "query", "total"}, form, out);
  for (const BatchLine& line : lines) {
    const std::string total = line.error ? "" : std::to_string(line.total);
    write_row({std::to_string(line.number), line.query, total}, form, out);
  }
}

}  // namespace

void write_batch_text(std::span<const BatchLine> lines, std::ostream& out) {
  std::size_t width = 0;
  for (const BatchLine& line : lines) width = std::max(width, display_width(total_text(line)));
  for (const BatchLine& line : lines) {
    const std::string total = total_text(line);
    out << std::string(width - display_width(total), ' ') << total << "  "
        << neutralise_line(line.query) << '\n';
  }
}

void write_batch_json(std::span<const BatchLine> lines, std::ostream& out) {
  out << "{\"format_version\":1,\n\"batch\":[";
  const char* separator = "\n";
  for (const BatchLine& line : lines) {
    out << separator << json_text(line_json(line));
    separator = ",\n";
  }
  out << "]}\n";
}

void write_batch_jsonl(std::span<const BatchLine> lines, std::ostream& out) {
  for (const BatchLine& line : lines) out << json_text(line_json(line)) << '\n';
}

void write_batch_csv(std::span<const BatchLine> lines, std::ostream& out) {
  write_cells(lines, csv_form, out);
}

void write_batch_tsv(std::span<const BatchLine> lines, std::ostream& out) {
  write_cells(lines, tsv_form, out);
}

void write_batch_ids(std::span<const BatchLine> lines, std::ostream& out) {
  for (const BatchLine& line : lines) {
    for (const FoundArticle& found : line.found) {
      out << line.number << '\t' << neutralise_line(found.id) << '\n';
    }
  }
}

void write_batch_trec(std::span<const BatchLine> lines, std::ostream& out) {
  TrecRun run(out);
  for (const BatchLine& line : lines) {
    run.begin_topic(line.number, 0);
    for (const FoundArticle& found : line.found) run.write(found.id, found.score);
  }
}

}  // namespace backfile
