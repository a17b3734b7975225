#include "searcher/output/timeline_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "searcher/output/bars.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

constexpr std::size_t gap = 2;  // columns between columns

constexpr std::array<std::string_view, 4> interval_names{"year", "month", "week", "day"};

std::string_view name_of(Interval interval) {
  return interval_names.at(static_cast<std::size_t>(interval));
}

bool has_shares(const TimeSeries& series) { return !series.all.empty(); }

/// What is drawn: shares where there are any, else counts.
std::vector<double> heights(const TimeSeries& series) {
  std::vector<double> values;
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    values.push_back(has_shares(series) ? share_of(series.counts[i], series.all[i])
                                        : static_cast<double>(series.counts[i]));
  }
  return values;
}

std::string label_of(const TimeSeries& series) {
  return series.name.empty() ? "all articles" : neutralise_line(series.name);
}

/// Cells in columns, each as wide as its widest, texts of the first to the left.
class Table {
 public:
  void add(std::vector<std::string> row) {
    widths_.resize(std::max(widths_.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths_[i] = std::max(widths_[i], display_width(row[i]));
    }
    rows_.push_back(std::move(row));
  }

  /// Columns that are in use.
  [[nodiscard]] std::size_t width() const {
    std::size_t sum = 0;
    for (const std::size_t width : widths_) sum += gap + width;
    return sum;
  }

  void bound(std::size_t column, std::size_t width) {
    if (column < widths_.size()) widths_[column] = std::min(widths_[column], width);
  }

  [[nodiscard]] std::string line(std::size_t number) const {
    std::string text;
    for (std::size_t i = 0; i < rows_[number].size(); ++i) {
      text.append(gap, ' ');
      const std::string cell = in_columns(rows_[number][i], widths_[i]);
      text += i == 0 ? cell : at_right(trimmed(cell), widths_[i]);
    }
    text.resize(trimmed(text).size());
    return text;
  }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }

 private:
  static std::string_view trimmed(std::string_view cell) {
    return cell.substr(0, cell.find_last_not_of(' ') + 1);
  }

  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

std::vector<std::string> cells(const TimeSeries& series, std::size_t interval) {
  std::vector<std::string> made{grouped(series.counts[interval])};
  if (has_shares(series)) made.push_back(share_text(series.counts[interval], series.all[interval]));
  return made;
}

/// "undated", or with a month's time line also what is known to the year only.
std::string missing_label(const Timeline& timeline) {
  return timeline.interval == Interval::year ? "undated" : "no exact date";
}

class TimelineText {
 public:
  TimelineText(const Timeline& timeline, const Style& style) : timeline_(timeline), style_(style) {}

  std::string text() {
    if (timeline_.queries.size() == 1) {
      heading("articles by " + std::string(name_of(timeline_.interval)));
      bars(timeline_.queries.front());
    } else {
      heading("queries by " + std::string(name_of(timeline_.interval)));
      lines(timeline_.queries);
      out_ += '\n';
      tables();
    }
    if (timeline_.by) {
      out_ += '\n';
      heading(std::string(field(*timeline_.by).name) + " by " +
              std::string(name_of(timeline_.interval)));
      lines(timeline_.parts);
    }
    return std::move(out_);
  }

 private:
  void heading(const std::string& text) {
    paint(out_, text, Look::strong, style_.color);
    out_ += '\n';
  }

  /// A line for each interval.
  void bars(const TimeSeries& series) {
    Table table;
    for (std::size_t i = 0; i < timeline_.begins.size(); ++i) {
      std::vector<std::string> row{timeline_.begins[i].iso()};
      for (std::string& cell : cells(series, i)) row.push_back(std::move(cell));
      table.add(std::move(row));
    }
    if (series.missing > 0) table.add({missing_label(timeline_), grouped(series.missing)});
    const std::size_t used = table.width() + gap;
    const std::size_t columns = style_.width > used ? style_.width - used : 0;
    const std::vector<double> values = heights(series);
    const double most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    for (std::size_t i = 0; i < table.size(); ++i) {
      const bool missing = i >= values.size();
      paint(out_, table.line(i), missing ? Look::faint : Look::plain, style_.color);
      const std::string length = missing || most <= 0 ? "" : bar(values[i] / most, columns);
      if (!length.empty()) paint(out_.append(gap, ' '), length, Look::bar, style_.color);
      out_ += '\n';
    }
  }

  /// A small line for each series, with the time they span below.
  void lines(const std::vector<TimeSeries>& all) {
    Table table;
    for (const TimeSeries& series : all) table.add({label_of(series), grouped(series.total)});
    table.bound(0, style_.width / 3);
    const std::size_t used = table.width() + gap;
    const std::size_t columns = style_.width > used ? style_.width - used : 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      out_ += table.line(i);
      const std::string line = sparkline(heights(all[i]), columns);
      if (!line.empty()) paint(out_.append(gap, ' '), line, Look::bar, style_.color);
      out_ += '\n';
    }
    axis(used, columns);
  }

  /// From when to when.
  void axis(std::size_t indent, std::size_t columns) {
    if (timeline_.begins.empty() || columns == 0) return;
    const std::string first = timeline_.begins.front().iso();
    const std::string last = timeline_.begins.back().iso();
    const std::size_t drawn =
        display_width(sparkline(std::vector<double>(timeline_.begins.size()), columns));
    const std::size_t both = first.size() + gap + last.size();
    const std::string text =
        drawn >= both ? first + at_right(last, drawn - first.size()) : first + " – " + last;
    out_.append(indent, ' ');
    paint(out_, text, Look::faint, style_.color);
    out_ += '\n';
  }

  using Queries = std::span<const TimeSeries>;

  /// Without this line the columns would not add up to the totals.
  void add_missing(Table& table, Queries queries) const {
    std::vector<std::string> row{missing_label(timeline_)};
    for (const TimeSeries& series : queries) {
      row.push_back(grouped(series.missing));
      if (has_shares(series)) row.emplace_back();
    }
    table.add(std::move(row));
  }

  /// A line for each interval and the counts of these queries.
  [[nodiscard]] Table table_of(Queries queries) const {
    constexpr std::size_t widest_name = 20;
    Table table;
    std::vector<std::string> head{""};
    for (const TimeSeries& series : queries) {
      head.push_back(label_of(series));
      if (has_shares(series)) head.push_back("share");
    }
    const std::size_t columns = head.size();
    table.add(std::move(head));
    for (std::size_t i = 0; i < timeline_.begins.size(); ++i) {
      std::vector<std::string> row{timeline_.begins[i].iso()};
      for (const TimeSeries& series : queries) {
        for (std::string& cell : cells(series, i)) row.push_back(std::move(cell));
      }
      table.add(std::move(row));
    }
    if (any_missing()) add_missing(table, queries);
    for (std::size_t i = 1; i < columns; ++i) table.bound(i, widest_name);
    return table;
  }

  [[nodiscard]] bool any_missing() const {
    return std::any_of(timeline_.queries.begin(), timeline_.queries.end(),
                       [](const TimeSeries& series) { return series.missing > 0; });
  }

  /// As many queries side by side as there is room for, the others below.
  void tables() {
    Queries rest = timeline_.queries;
    while (!rest.empty()) {
      std::size_t number = rest.size();
      while (number > 1 && table_of(rest.first(number)).width() > style_.width) --number;
      if (rest.size() < timeline_.queries.size()) out_ += '\n';
      write(table_of(rest.first(number)));
      rest = rest.subspan(number);
    }
  }

  void write(const Table& table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      paint(out_, table.line(i), i == 0 ? Look::strong : Look::plain, style_.color);
      out_ += '\n';
    }
  }

  const Timeline& timeline_;
  const Style& style_;
  std::string out_;
};

}  // namespace

std::string timeline_text(const Timeline& timeline, const Style& style) {
  return TimelineText(timeline, style).text();
}

}  // namespace backfile
