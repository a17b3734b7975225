#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/readers/csv_head.h"

namespace backfile {

/// The rows of a table below its head, one after the other, past those that are damaged.
class CsvRows {
 public:
  /// `text` and `head` must stay where they are.
  CsvRows(std::string_view text, const CsvHead& head)
      : text_(text), head_(head), position_(head.rows) {}

  /// The next row that is not blank; nullopt at the end.
  std::optional<CsvRow> next();

  /// Whether `row` has a cell for each column, and nothing is wrong with it.
  [[nodiscard]] bool fits(const CsvRow& row) const;

  /// Where the next row begins.
  [[nodiscard]] std::size_t position() const { return position_; }

 private:
  [[nodiscard]] CsvRow row_at(std::size_t position) const;
  [[nodiscard]] std::size_t behind_bad(const CsvRow& bad) const;
  [[nodiscard]] bool is_good_start(std::size_t position) const;
  [[nodiscard]] std::size_t next_line(std::size_t position) const;

  std::string_view text_;
  const CsvHead& head_;
  std::size_t position_;
};

/// How many bytes at the start of a longer table are whole rows.
std::size_t whole_csv_rows(std::string_view start);

/// How many bytes the head of a table takes.
std::size_t csv_head_size(std::string_view start);

}  // namespace backfile
