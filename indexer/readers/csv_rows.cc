#include "indexer/readers/csv_rows.h"

#include <algorithm>
#include <string>

#include "indexer/readers/reader.h"

namespace backfile {

std::optional<CsvRow> CsvRows::next() {
  while (position_ < text_.size()) {
    CsvRow row = row_at(position_);
    position_ = row.end;
    if (row.is_blank()) continue;
    if (!fits(row)) position_ = behind_bad(row);
    return row;
  }
  return std::nullopt;
}

/// Tables with tabs often have no quotation marks around cells, and then plain ones in them.
CsvRow CsvRows::row_at(std::size_t position) const {
  CsvRow row = read_csv_row(text_, position, head_.form);
  if (head_.form.delimiter != '\t' || fits(row)) return row;
  CsvRow plain = read_csv_row(text_, position, {'\t', false});
  return fits(plain) ? plain : row;
}

/// Empty cells behind the last column come from a delimiter at the line's end.
bool CsvRows::fits(const CsvRow& row) const {
  const auto columns = head_.columns.size();
  return row.closed && row.cells.size() >= columns && row.cells.size() <= most_csv_cells &&
         row.end - row.position < longest_record &&
         std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

/// Where to go on: behind `bad` when it is one line or a row that fits follows, else where the
/// first such row begins after its first line.
std::size_t CsvRows::behind_bad(const CsvRow& bad) const {
  std::size_t position = next_line(bad.position);
  if (position >= bad.end) return position;
  if (bad.closed && is_good_start(bad.end)) return bad.end;
  // The next mark ends what an unpaired one begins, so that few bytes are looked at again.
  while (!is_good_start(position)) position = next_line(position);
  return position;
}

bool CsvRows::is_good_start(std::size_t position) const {
  return position >= text_.size() || fits(row_at(position));
}

std::size_t CsvRows::next_line(std::size_t position) const {
  const std::size_t end = std::min(text_.find_first_of("\n\r", position), text_.size());
  return std::min(end + (text_.substr(end).starts_with("\r\n") ? 2 : 1), text_.size());
}

/// Of more bytes without an end, a mark was not closed.
constexpr std::size_t longest_wait = 8UL << 20;

std::size_t whole_csv_rows(std::string_view start) {
  const auto head = csv_head(start);
  if (!head) return 0;
  std::size_t whole = 0;
  CsvRows rows(start, *head);
  while (const auto row = rows.next()) {
    // A row that goes on behind the start is no bad one, whose lines may be rows by themselves.
    const bool goes_on = row->end >= start.size() && start.size() - row->position < longest_wait;
    if (goes_on || rows.position() >= start.size()) break;
    if (rows.fits(*row)) whole = row->end;
  }
  return whole;
}

std::size_t csv_head_size(std::string_view start) {
  const auto head = csv_head(start);
  return head ? head->rows : 0;
}

}  // namespace backfile
