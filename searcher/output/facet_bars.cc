#include "searcher/output/facet_bars.h"

#include <algorithm>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "searcher/output/bars.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

constexpr std::size_t longest_bar = 40;
constexpr std::size_t gap = 2;  // columns between label, count and bar

struct Row {
  std::string label;
  std::string count;
  std::string share;  ///< of all articles with the value, when it is known
  double length;      ///< of the bar, compared with others
  Look look = Look::plain;
};

struct Columns {
  std::size_t label = 0;
  std::size_t count = 0;
  std::size_t share = 0;
  std::size_t bar = 0;
  double most = 0;
};

/// "undated", "no topic"
std::string missing_label(FieldId id) {
  return id == FieldId::date ? "undated" : "no " + std::string(field(id).name);
}

Row row_of(const FacetValue& value, std::size_t depth) {
  Row row{std::string(2 * depth, ' ') + neutralise_line(value.value),
          grouped(value.count),
          {},
          static_cast<double>(value.count),
          Look::plain};
  if (value.all) {
    row.share = share_text(value.count, *value.all);
    row.length = share_of(value.count, *value.all);
  }
  return row;
}

void add_rows(const Facet& facet, std::size_t depth, std::vector<Row>& rows) {
  const std::string indent(2 * depth, ' ');
  for (const FacetValue& value : facet.values) {
    rows.push_back(row_of(value, depth));
    for (const Facet& inner : value.inside) add_rows(inner, depth + 1, rows);
  }
  const bool shares = !facet.values.empty() && facet.values.front().all;
  if (facet.missing > 0) {
    rows.push_back({indent + missing_label(facet.field),
                    grouped(facet.missing),
                    {},
                    shares ? 0 : static_cast<double>(facet.missing),
                    Look::faint});
  }
  if (facet.distinct > facet.values.size()) {
    rows.push_back({indent + "and " + grouped(facet.distinct - facet.values.size()) + " more",
                    {},
                    {},
                    0,
                    Look::faint});
  }
}

Columns measure(const std::vector<Row>& rows, std::size_t width) {
  Columns columns;
  for (const Row& row : rows) {
    if (!row.count.empty()) columns.label = std::max(columns.label, display_width(row.label));
    columns.count = std::max(columns.count, row.count.size());
    columns.share = std::max(columns.share, display_width(row.share));
    columns.most = std::max(columns.most, row.length);
  }
  columns.label = std::min(columns.label, width / 2);
  const std::size_t share = columns.share > 0 ? gap + columns.share : 0;
  const std::size_t used = columns.label + columns.count + share + 3 * gap;
  columns.bar = std::min(longest_bar, width > used ? width - used : 0);
  return columns;
}

void append_row(std::string& out, const Row& row, const Columns& columns, bool color) {
  out.append(gap, ' ');
  if (row.count.empty()) {
    paint(out, row.label, row.look, color);
    out += '\n';
    return;
  }
  paint(out, in_columns(row.label, columns.label), row.look, color);
  out.append(gap, ' ').append(at_right(row.count, columns.count));
  const std::string length = bar(columns.most > 0 ? row.length / columns.most : 0, columns.bar);
  if (columns.share > 0) {
    const bool last = length.empty() && row.share.empty();
    if (!last) out.append(gap, ' ').append(at_right(row.share, columns.share));
  }
  if (!length.empty()) paint(out.append(gap, ' '), length, Look::bar, color);
  out += '\n';
}

}  // namespace

void append_facet(std::string& out, const Facet& facet, const Style& style) {
  paint(out, field(facet.field).name, Look::strong, style.color);
  out += '\n';
  std::vector<Row> rows;
  add_rows(facet, 0, rows);
  const Columns columns = measure(rows, style.width);
  for (const Row& row : rows) append_row(out, row, columns, style.color);
}

}  // namespace backfile
