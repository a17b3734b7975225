#include "searcher/output/timeline_json.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "common/terminal/json_text.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> interval_names{"year", "month", "week", "day"};

/// An interval is told by its first day, whatever its length.
std::string first_day(const Date& begin) { return begin.plus_days(0).iso(); }

Json points_json(const Timeline& timeline, const TimeSeries& series) {
  Json points = Json::array();
  for (std::size_t i = 0; i < series.counts.size(); ++i) {
    points.push_back({{"from", first_day(timeline.begins[i])}, {"count", series.counts[i]}});
    if (!series.all.empty()) points.back()["all"] = series.all[i];
  }
  return points;
}

Json series_json(const Timeline& timeline, const TimeSeries& series, const char* name) {
  return {{name, to_valid_utf8(series.name)},
          {"total", series.total},
          {"missing", series.missing},
          {"timeline", points_json(timeline, series)}};
}

}  // namespace

void write_timeline_json(const Timeline& timeline, std::ostream& out) {
  const TimeSeries& own = timeline.queries.front();
  out << ",\n\"timeline\":" << json_text(points_json(timeline, own))
      << ",\n\"timeline_interval\":\""
      << interval_names.at(static_cast<std::size_t>(timeline.interval))
      << "\",\"timeline_missing\":" << own.missing;
  if (timeline.queries.size() > 1) {
    Json compared = Json::array();
    for (std::size_t i = 1; i < timeline.queries.size(); ++i) {
      compared.push_back(series_json(timeline, timeline.queries[i], "query"));
    }
    out << ",\n\"compare\":" << json_text(compared);
  }
  if (!timeline.by) return;
  Json parts = Json::array();
  for (const TimeSeries& part : timeline.parts) {
    parts.push_back(series_json(timeline, part, "value"));
  }
  out << ",\n\"timeline_by\":"
      << json_text(Json{{std::string(field(*timeline.by).name), std::move(parts)}});
}

}  // namespace backfile
