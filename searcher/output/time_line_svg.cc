#include "searcher/output/time_line_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/date.h"
#include "searcher/output/html_text.h"
#include "searcher/output/wording.h"

namespace backfile {
namespace {

constexpr long days_of_week = 7;
constexpr double height = 150;
constexpr double top = 20;     // room for the highest count
constexpr double bottom = 22;  // room for the dates

bool all_weeks_apart(const std::vector<FacetValue>& counts) {
  const std::optional<Date> first = Date::from_iso(counts.front().value);
  return first && std::all_of(counts.begin(), counts.end(), [&](const FacetValue& count) {
           const std::optional<Date> day = Date::from_iso(count.value);
           return day && (day->day_number() - first->day_number()) % days_of_week == 0;
         });
}

std::optional<Date> next_month(const Date& date) {
  return date.month() == 12 ? Date::of(date.year() + 1, 1)
                            : Date::of(date.year(), date.month() + 1);
}

std::optional<Date> following(const Date& date, std::string_view interval) {
  if (interval == "year") return Date::of(date.year() + 1);
  if (interval == "month") return next_month(date);
  return date.plus_days(interval == "week" ? days_of_week : 1);
}

/// The first, the last and so few between them that they stand beside each other on a telephone.
bool has_label(std::size_t index, std::size_t intervals) {
  constexpr std::size_t most = 4;
  const std::size_t step = std::max<std::size_t>((intervals + most - 2) / (most - 1), 1);
  return index + 1 == intervals || (index % step == 0 && index + step / 2 + 1 < intervals);
}

void append_bar(std::string& svg, const FacetValue& interval, std::size_t index, double step,
                std::uint64_t most) {
  if (interval.count == 0) return;
  const double share = static_cast<double>(interval.count) / static_cast<double>(most);
  const double length = std::max(share * (height - top - bottom), 1.0);
  svg += fmt::format(
      "<g><title>{}: {}</title><rect class=\"bar\" x=\"{:.3f}%\" y=\"{:.1f}\" width=\"{:.3f}%\" "
      "height=\"{:.1f}\"/></g>\n",
      html_text(interval.value), counted(interval.count, "article"),
      (static_cast<double>(index) + 0.1) * step, height - bottom - length, 0.8 * step, length);
}

void append_label(std::string& svg, const FacetValue& interval, std::size_t index, double step) {
  const double begin = static_cast<double>(index) * step;
  const bool is_last = begin + 1.5 * step > 100;
  const std::string_view anchor = index == 0 ? "start" : is_last ? "end" : "middle";
  const double place = index == 0 ? 0 : is_last ? 100 : begin + step / 2;
  svg += fmt::format("<text x=\"{:.3f}%\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", place,
                     height - 4, anchor, html_text(interval.value));
}

}  // namespace

std::string_view interval_name(const std::vector<FacetValue>& counts) {
  constexpr std::size_t year = 4;
  constexpr std::size_t month = 7;
  if (counts.empty() || counts.front().value.size() == year) return "year";
  if (counts.front().value.size() == month) return "month";
  return counts.size() > 1 && all_weeks_apart(counts) ? "week" : "day";
}

std::vector<FacetValue> without_gaps(const std::vector<FacetValue>& counts) {
  constexpr std::size_t most = 2000;
  const std::string_view interval = interval_name(counts);
  std::vector<FacetValue> filled;
  for (const FacetValue& count : counts) {
    const std::optional<Date> day = Date::from_iso(count.value);
    while (!filled.empty() && day && filled.size() < most) {
      const auto next = following(*Date::from_iso(filled.back().value), interval);
      if (!next || next->sort_key() >= day->sort_key()) break;
      filled.push_back({next->iso(), 0});
    }
    filled.push_back(count);
  }
  return filled.size() < most ? filled : counts;
}

std::string time_line_svg(const std::vector<FacetValue>& intervals, std::string_view title,
                          std::string_view id) {
  std::uint64_t most = 1;
  for (const FacetValue& interval : intervals) most = std::max(most, interval.count);
  constexpr std::size_t fewest = 8;  // a bar by itself is no wall
  const double step = 100.0 / static_cast<double>(std::max(intervals.size(), fewest));
  std::string svg = fmt::format(
      "<svg class=\"time-line\" role=\"img\" aria-labelledby=\"{0}\" height=\"{1}\">\n"
      "<title id=\"{0}\">{2}</title>\n"
      "<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"{3}\" y2=\"{3}\"/>\n"
      "<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"{4}\" y2=\"{4}\"/>\n"
      "<text x=\"0\" y=\"{5}\">{6}</text>\n",
      id, height, html_text(title), top, height - bottom, top - 6, grouped(most));
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    append_bar(svg, intervals[i], i, step, most);
    if (has_label(i, intervals.size())) append_label(svg, intervals[i], i, step);
  }
  return svg + "</svg>\n";
}

}  // namespace backfile
