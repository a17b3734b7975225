#include "indexer/readers/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/charset.h"
#include "indexer/readers/csv_head.h"
#include "indexer/readers/csv_list.h"
#include "indexer/readers/csv_rows.h"
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
    CsvRows rows(text_, head_);
    while (const auto row = rows.next()) {
      ++record_;
      if (rows.fits(*row)) {
        deliver_row(*row);
      } else {
        fail(*row, why(*row), false);
      }
    }
    sink_.records(record_);
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

  [[nodiscard]] std::string why(const CsvRow& bad) const {
    if (bad.end - bad.position >= longest_record) return std::string(too_long);
    if (!bad.closed) return "not a row of the table: a quotation mark is not closed";
    return fmt::format("not a row of the table: {} cells for {} columns", bad.cells.size(),
                       head_.columns.size());
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
