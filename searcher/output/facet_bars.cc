#include "searcher/output/facet_bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

constexpr std::size_t longest_bar = 40;
constexpr std::size_t gap = 2;  // columns between label, count and bar

/// Bars grow by eighths of a column.
constexpr std::array<std::string_view, 8> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

struct Row {
  std::string label;
  std::string count;
  std::uint64_t number;
  Look look = Look::plain;
};

struct Columns {
  std::size_t label = 0;
  std::size_t count = 0;
  std::size_t bar = 0;
  std::uint64_t most = 1;
};

/// "undated", "no topic"
std::string missing_label(FieldId id) {
  return id == FieldId::date ? "undated" : "no " + std::string(field(id).name);
}

std::vector<Row> rows_of(const Facet& facet) {
  std::vector<Row> rows;
  for (const FacetValue& value : facet.values) {
    rows.push_back({neutralise_line(value.value), grouped(value.count), value.count});
  }
  if (facet.missing > 0) {
    rows.push_back(
        {missing_label(facet.field), grouped(facet.missing), facet.missing, Look::faint});
  }
  return rows;
}

Columns measure(const std::vector<Row>& rows, std::size_t width) {
  Columns columns;
  for (const Row& row : rows) {
    columns.label = std::max(columns.label, display_width(row.label));
    columns.count = std::max(columns.count, row.count.size());
    columns.most = std::max(columns.most, row.number);
  }
  columns.label = std::min(columns.label, width / 2);
  const std::size_t used = columns.label + columns.count + 3 * gap;
  columns.bar = std::min(longest_bar, width > used ? width - used : 0);
  return columns;
}

/// At least an eighth of a column: nothing that was counted looks like nothing.
std::string bar(std::uint64_t number, const Columns& columns) {
  const double share = static_cast<double>(number) / static_cast<double>(columns.most);
  const auto length =
      static_cast<std::size_t>(std::lround(share * static_cast<double>(8 * columns.bar)));
  const std::size_t parts = std::max<std::size_t>(length, number > 0 && columns.bar > 0 ? 1 : 0);
  std::string text;
  for (std::size_t full = 0; full < parts / 8; ++full) text += "█";
  return text.append(eighths[parts % 8]);
}

void append_row(std::string& out, const Row& row, const Columns& columns, bool color) {
  const std::string label = shortened(row.label, columns.label);
  out.append(gap, ' ');
  paint(out, label, row.look, color);
  out.append(columns.label - display_width(label) + gap + columns.count - row.count.size(), ' ');
  out += row.count;
  const std::string length = bar(row.number, columns);
  if (!length.empty()) paint(out.append(gap, ' '), length, Look::bar, color);
  out += '\n';
}

}  // namespace

void append_facet(std::string& out, const Facet& facet, const Style& style) {
  paint(out, field(facet.field).name, Look::strong, style.color);
  out += '\n';
  const std::vector<Row> rows = rows_of(facet);
  const Columns columns = measure(rows, style.width);
  for (const Row& row : rows) append_row(out, row, columns, style.color);
  if (facet.distinct > facet.values.size()) {
    out.append(gap, ' ');
    paint(out, "and " + grouped(facet.distinct - facet.values.size()) + " more", Look::faint,
          style.color);
    out += '\n';
  }
}

}  // namespace backfile
