#include "searcher/output/facet_columns.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

#include "common/terminal/display_width.h"
#include "searcher/output/facet_bars.h"

namespace backfile {
namespace {

constexpr std::size_t gap = 4;
constexpr std::size_t narrowest = 40;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// A facet's lines, and how wide each is.
struct Column {
  std::vector<std::string> lines;
  std::vector<std::size_t> widths;
};

Column column_of(const Facet& facet, Style style) {
  Column column;
  std::string text;
  append_facet(text, facet, style);
  column.lines = lines_of(text);
  style.color = false;
  text.clear();
  append_facet(text, facet, style);
  for (const std::string& line : lines_of(text)) column.widths.push_back(display_width(line));
  return column;
}

void append_beside(std::string& out, std::span<const Facet> facets, const Style& style) {
  std::vector<Column> columns;
  std::size_t height = 0;
  for (const Facet& facet : facets) {
    columns.push_back(column_of(facet, style));
    height = std::max(height, columns.back().lines.size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::size_t missing = 0;  // columns to fill before the next text
    for (const Column& column : columns) {
      const bool has_line = line < column.lines.size();
      if (has_line) out.append(missing, ' ').append(column.lines[line]);
      missing = (has_line ? 0 : missing) + style.width + gap - (has_line ? column.widths[line] : 0);
    }
    out += '\n';
  }
}

}  // namespace

void append_facets(std::string& out, const std::vector<Facet>& counted, const Style& style) {
  std::vector<Facet> facets;
  std::copy_if(counted.begin(), counted.end(), std::back_inserter(facets),
               [](const Facet& facet) { return !facet.values.empty() || facet.missing > 0; });
  const std::size_t fit = std::max<std::size_t>((style.width + gap) / (narrowest + gap), 1);
  const std::size_t beside = std::min(fit, facets.size());
  Style each = style;
  if (beside > 1) each.width = (style.width + gap) / beside - gap;
  for (std::span<const Facet> rest = facets; !rest.empty();) {
    const std::size_t taken = std::min(beside, rest.size());
    out += '\n';
    append_beside(out, rest.first(taken), each);
    rest = rest.subspan(taken);
  }
}

}  // namespace backfile
