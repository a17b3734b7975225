#include "indexer/readers/csv_row.h"

#include <algorithm>
#include <utility>

#include "indexer/readers/reader.h"

namespace backfile {
namespace {

constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }

class RowReader {
 public:
  RowReader(std::string_view text, std::size_t position, CsvForm form)
      : text_(text.substr(0, std::min(text.size(), position + longest_record))),
        at_(position),
        form_(form) {
    row_.position = position;
  }

  CsvRow read() {
    do {
      add(cell());
    } while (skip_delimiter());
    skip_line_end();
    row_.end = at_;
    return std::move(row_);
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  void add(std::string cell) {
    if (row_.cells.size() <= most_csv_cells) row_.cells.push_back(std::move(cell));
  }

  std::string cell() { return form_.quotes && !at_end() && text_[at_] == '"' ? quoted() : plain(); }

  std::string plain() {
    const std::size_t start = at_;
    const char stops[] = {form_.delimiter, '\n', '\r'};
    at_ = std::min(text_.find_first_of({stops, sizeof stops}, at_), text_.size());
    return std::string(text_.substr(start, at_ - start));
  }

  std::string quoted() {
    std::string content;
    do {
      const std::size_t start = ++at_;  // behind the opening mark, or the first of two
      at_ = text_.find('"', at_);
      if (at_ == std::string_view::npos) return unclosed(start);
      content += text_.substr(start, at_ - start);
      ++at_;
      if (at_end() || text_[at_] != '"') return content + behind(content);
      content += '"';
    } while (true);
  }

  /// What follows may be the rest of a large file, and no cell.
  std::string unclosed(std::size_t start) {
    constexpr std::size_t enough = 1000;
    at_ = text_.size();
    row_.closed = false;
    return std::string(text_.substr(start, enough));
  }

  /// What stands between the closing mark and the next delimiter: spaces, or damage.
  std::string behind(std::string_view content) {
    const std::string rest = plain();
    if (rest.find_first_not_of(" \t") == std::string::npos) return {};
    if (content.find_first_of("\n\r") != std::string_view::npos) row_.closed = false;
    return rest;
  }

  bool skip_delimiter() {
    if (at_end() || text_[at_] != form_.delimiter) return false;
    ++at_;
    return true;
  }

  void skip_line_end() {
    if (at_end() || !is_line_end(text_[at_])) return;
    const bool both = text_.substr(at_).starts_with("\r\n");
    at_ += both ? 2 : 1;
  }

  std::string_view text_;
  std::size_t at_;
  CsvForm form_;
  CsvRow row_;
};

}  // namespace

bool CsvRow::is_blank() const {
  return cells.size() == 1 && cells.front().find_first_not_of(" \t") == std::string::npos;
}

CsvRow read_csv_row(std::string_view text, std::size_t position, CsvForm form) {
  return RowReader(text, position, form).read();
}

}  // namespace backfile
