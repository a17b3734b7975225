#include "indexer/readers/csv_head.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/keys.h"

namespace backfile {
namespace {

constexpr std::string_view delimiters = ",;\t|";

/// Enough to tell a table.
constexpr std::size_t sample = 64UL * 1024;

/// What the names of columns tell.
struct Known {
  std::set<FieldId> fields;

  explicit Known(const std::vector<std::string>& columns) {
    for (const std::string& column : columns) {
      if (const auto meaning = meaning_of_key(column)) fields.insert(meaning->field);
    }
  }
  [[nodiscard]] bool text() const {
    return fields.contains(FieldId::title) || fields.contains(FieldId::body);
  }
};

/// Short, and without what only sentences have.
bool is_name(std::string_view cell) {
  constexpr std::size_t longest_name = 60;
  return cell.size() <= longest_name && cell.find_first_of("\n\r!?") == std::string_view::npos &&
         !cell.ends_with('.');
}

bool are_names(const std::vector<std::string>& columns) {
  const std::set<std::string_view> different(columns.begin(), columns.end());
  return columns.size() > 1 && different.size() == columns.size() &&
         std::all_of(columns.begin(), columns.end(), is_name);
}

/// How many of the rows at the top have as many cells as the head, up to the first that has not;
/// -1 when the first has not. A row that the text cuts off does not count.
int consistent_rows(std::string_view text, const CsvHead& head) {
  constexpr int enough = 3;
  std::size_t position = head.rows;
  int rows = 0;
  for (; rows < enough && position < text.size(); ++rows) {
    const CsvRow row = read_csv_row(text, position, head.form);
    if (row.end == text.size() && !text.ends_with('\n')) break;
    if (!row.closed || row.cells.size() != head.columns.size()) return rows == 0 ? -1 : rows;
    position = row.end;
  }
  return rows;
}

bool is_credible(std::string_view text, const CsvHead& head) {
  if (!are_names(head.columns)) return false;
  const Known known(head.columns);
  if (known.text() && known.fields.size() >= 3) return true;
  const int rows = consistent_rows(text, head);
  if (known.text() && known.fields.size() == 2) return rows >= 0;
  return head.columns.size() >= 3 && rows >= 3;
}

CsvHead head_with(std::string_view text, std::size_t start, char delimiter) {
  CsvHead head;
  head.form.delimiter = delimiter;
  CsvRow row = read_csv_row(text, start, head.form);
  head.rows = row.end;
  for (const std::string& cell : row.cells) head.columns.emplace_back(trim(cell));
  return head;
}

/// A number, a date in figures, an address.
bool is_datum(std::string_view cell) {
  cell = trim(cell);
  return !cell.empty() && (cell.find_first_not_of("0123456789-+/.: TZ") == std::string_view::npos ||
                           cell.starts_with("http://") || cell.starts_with("https://"));
}

bool is_table_with(std::string_view text, char delimiter) {
  constexpr std::size_t fewest = 3;
  const CsvForm form{delimiter, true};
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<bool> are_data;
  for (std::size_t position = 0; position < text.size();) {
    const CsvRow row = read_csv_row(text, position, form);
    const bool cut_off = row.end == text.size() && text.size() == sample;
    position = row.end;
    if (row.is_blank() || cut_off) continue;
    if (rows++ == 0) {
      columns = row.cells.size();
      are_data.assign(columns, true);
    }
    if (!row.closed || columns < fewest || row.cells.size() != columns) return false;
    for (std::size_t i = 0; i < columns; ++i) {
      are_data[i] = are_data[i] && is_datum(row.cells[i]);
    }
  }
  return rows >= fewest && std::find(are_data.begin(), are_data.end(), true) != are_data.end();
}

/// Excel's line "sep=;", which is not part of the table.
std::size_t separator_line(std::string_view text) {
  constexpr std::string_view mark = "sep=";
  if (!text.starts_with(mark)) return 0;
  const std::size_t end = text.find('\n');
  return end <= mark.size() + 2 ? end + 1 : 0;
}

}  // namespace

std::optional<CsvHead> csv_head(std::string_view text) {
  text = text.substr(0, sample);
  std::optional<CsvHead> best;
  for (const char delimiter : delimiters) {
    CsvHead head = head_with(text, separator_line(text), delimiter);
    if (best && head.columns.size() <= best->columns.size()) continue;
    if (is_credible(text, head)) best = std::move(head);
  }
  return best;
}

bool is_table_without_head(std::string_view text) {
  text = text.substr(0, sample);
  return std::any_of(delimiters.begin(), delimiters.end(),
                     [&](char delimiter) { return is_table_with(text, delimiter); });
}

}  // namespace backfile
