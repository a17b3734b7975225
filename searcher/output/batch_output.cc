#include "searcher/output/batch_output.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/report_error.h"
#include "common/text/utf8.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

std::string total_text(const BatchLine& line) { return line.error ? "–" : grouped(line.total); }

void write_table(std::span<const BatchLine> lines, std::ostream& out) {
  std::size_t width = 0;
  for (const BatchLine& line : lines) width = std::max(width, display_width(total_text(line)));
  for (const BatchLine& line : lines) {
    const std::string total = total_text(line);
    out << std::string(width - display_width(total), ' ') << total << "  "
        << neutralise_line(line.query) << '\n';
  }
}

Json line_json(const BatchLine& line) {
  Json object{{"line", line.number}, {"query", to_valid_utf8(line.query)}};
  if (line.error) {
    object.update(Json::parse(error_json(*line.error, line.query)));
  } else {
    object["total"] = line.total;
  }
  return object;
}

void write_document(std::span<const BatchLine> lines, std::ostream& out) {
  out << "{\"format_version\":1,\n\"batch\":[";
  const char* separator = "\n";
  for (const BatchLine& line : lines) {
    out << separator << json_text(line_json(line));
    separator = ",\n";
  }
  out << "]}\n";
}

void write_pairs(std::span<const BatchLine> lines, std::ostream& out) {
  for (const BatchLine& line : lines) {
    for (const std::string& id : line.ids) {
      out << line.number << '\t' << neutralise_line(id) << '\n';
    }
  }
}

}  // namespace

void write_batch(std::span<const BatchLine> lines, OutputFormat format, std::ostream& out) {
  if (format == OutputFormat::json) return write_document(lines, out);
  if (format == OutputFormat::ids) return write_pairs(lines, out);
  write_table(lines, out);
}

}  // namespace backfile
