#include "searcher/output/csv.h"

#include <algorithm>
#include <array>

#include "common/terminal/neutralise.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Also in full width, as Japanese spreadsheets take them.
constexpr std::array formula_begins{"="sv, "+"sv, "-"sv, "@"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};

bool may_be_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return std::any_of(formula_begins.begin(), formula_begins.end(),
                     [&](std::string_view begin) { return text.starts_with(begin); });
}

bool needs_quotes(std::string_view text) {
  return text.find_first_of(",\"\n") != std::string_view::npos || text.starts_with(' ') ||
         text.ends_with(' ');
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = neutralise(text);
  if (may_be_formula(cell)) cell.insert(0, 1, '\'');
  if (!needs_quotes(cell)) return cell;
  for (std::size_t at = 0; (at = cell.find('"', at)) != std::string::npos; at += 2) {
    cell.insert(at, 1, '"');
  }
  return '"' + cell + '"';
}

std::unique_ptr<AnswerSink> csv_writer(const Layout& layout, std::ostream& out) {
  return table_writer(csv_form, layout, out);
}

}  // namespace backfile
