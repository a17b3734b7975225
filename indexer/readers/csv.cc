#include "indexer/readers/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/charset.h"
#include "indexer/readers/csv_head.h"
#include "indexer/readers/csv_list.h"
#include "indexer/readers/csv_row.h"
#include "indexer/readers/deliver.h"
#include "indexer/readers/keys.h"
#include "indexer/readers/record.h"

namespace backfile {
namespace {

constexpr bool is_text(FieldId field) { return field == FieldId::title || field == FieldId::body; }

std::string names_of(const std::vector<std::string>& columns) {
  constexpr std::size_t enough = 8;
  std::string names;
  for (std::size_t i = 0; i < columns.size() && i < enough; ++i) {
    names += (i == 0 ? "its columns are " : ", ") + columns[i];
  }
  return columns.size() > enough ? names + ", …" : names;
}

class CsvReader {
 public:
  CsvReader(const Input& input, std::string_view text, CsvHead head, const FieldMap& map,
            ArticleSink& sink)
      : location_(input.location), text_(text), head_(std::move(head)), map_(map), sink_(sink) {
    const Record record(map);
    for (const std::string& column : head_.columns) {
      wanted_.push_back(!column.empty() && record.wants(column));
    }
  }

  void read() {
    if (!has_text()) {
      fail({}, "a table without a column for headline or text; " + names_of(head_.columns), true);
      return;
    }
    std::size_t position = head_.rows;
    while (position < text_.size()) {
      const CsvRow row = read_csv_row(text_, position, head_.form);
      position = row.end;
      if (row.is_blank()) continue;
      ++record_;
      if (fits(row)) {
        deliver_row(row);
      } else {
        position = behind_bad(row);
      }
    }
  }

 private:
  [[nodiscard]] bool has_text() const {
    return std::any_of(head_.columns.begin(), head_.columns.end(), [&](const std::string& column) {
      const auto meaning = meaning_of_key(column);
      return (meaning && is_text(meaning->field)) || is_mapped(FieldId::title, column) ||
             is_mapped(FieldId::body, column);
    });
  }

  [[nodiscard]] bool is_mapped(FieldId field, const std::string& column) const {
    const auto& paths = map_.paths(field);
    return std::find(paths.begin(), paths.end(), column) != paths.end();
  }

  /// Empty cells behind the last column come from a delimiter at the line's end.
  [[nodiscard]] bool fits(const CsvRow& row) const {
    const auto columns = head_.columns.size();
    return row.closed && row.cells.size() >= columns && row.cells.size() <= most_csv_cells &&
           row.end - row.position < longest_record &&
           std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
  }

  void deliver_row(const CsvRow& row) {
    Record record(map_);
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (wanted_[i]) add_cell(record, head_.columns[i], row.cells[i]);
    }
    Article article = record.article("csv");
    article.source = location();
    deliver(std::move(article), row.position, names_of(head_.columns), sink_);
  }

  static void add_cell(Record& record, const std::string& column, const std::string& cell) {
    const auto list = csv_list(cell);
    if (!list) return record.add(column, cell, false);
    for (const std::string& item : *list) record.add(column, item, true);
  }

  /// Reports `bad`, and says where to go on: behind it when it is one line or a row that fits
  /// follows, else where the first such row begins after the first line of `bad`.
  std::size_t behind_bad(const CsvRow& bad) {
    if (const auto end = read_without_quotes(bad)) return *end;
    fail(bad, why(bad), false);
    std::size_t position = next_line(bad.position);
    if (position >= bad.end) return position;
    if (bad.closed && is_good_start(bad.end)) return bad.end;
    // The next mark ends what an unpaired one begins, so that few bytes are looked at again.
    while (!is_good_start(position)) position = next_line(position);
    return position;
  }

  /// Tables with tabs often have no quotation marks around cells, and then plain ones in them.
  std::optional<std::size_t> read_without_quotes(const CsvRow& bad) {
    if (head_.form.delimiter != '\t') return std::nullopt;
    const CsvRow row = read_csv_row(text_, bad.position, {'\t', false});
    if (!fits(row)) return std::nullopt;
    deliver_row(row);
    return row.end;
  }

  [[nodiscard]] std::string why(const CsvRow& bad) const {
    if (bad.end - bad.position >= longest_record) return std::string(too_long);
    if (!bad.closed) return "not a row of the table: a quotation mark is not closed";
    return fmt::format("not a row of the table: {} cells for {} columns", bad.cells.size(),
                       head_.columns.size());
  }

  [[nodiscard]] bool is_good_start(std::size_t position) const {
    return position >= text_.size() || fits(read_csv_row(text_, position, head_.form));
  }

  [[nodiscard]] std::size_t next_line(std::size_t position) const {
    const std::size_t end = std::min(text_.find_first_of("\n\r", position), text_.size());
    return std::min(end + (text_.substr(end).starts_with("\r\n") ? 2 : 1), text_.size());
  }

  void fail(const CsvRow& row, std::string reason, bool skipped) {
    sink_.failure({location(), std::move(reason), row.position, skipped});
  }

  [[nodiscard]] SourceLocation location() const {
    return {location_.path, location_.member, record_};
  }

  const SourceLocation& location_;
  std::string_view text_;
  CsvHead head_;
  const FieldMap& map_;
  ArticleSink& sink_;
  std::vector<bool> wanted_;
  std::uint64_t record_ = 0;
};

}  // namespace

void read_csv(const Input& input, const FieldMap& map, ArticleSink& sink) {
  std::string storage;
  const std::string_view text = to_utf8(input.bytes, storage);
  if (auto head = csv_head(text)) {
    CsvReader(input, text, std::move(*head), map, sink).read();
  } else {
    sink.failure({input.location, "not a table: no line names its columns", 0, true});
  }
}

}  // namespace backfile
