#include "searcher/search/timeline.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>

#include "searcher/search/facets.h"
#include "searcher/search/intervals.h"

namespace backfile {
namespace {

/// Documents by the number of their interval.
struct ByInterval {
  std::map<long, std::uint64_t> counts;
  std::uint64_t total = 0;
  std::uint64_t missing = 0;
};

ByInterval count(const Countable& countable, Interval interval,
                 std::span<const Xapian::docid> documents) {
  const SlotTexts texts(countable, field(FieldId::date), documents);
  std::vector<std::uint64_t> counts(texts.distinct());
  for (const std::uint32_t number : texts.numbers()) ++counts[number];
  ByInterval counted;
  counted.total = documents.size();
  for (std::size_t number = 0; number < counts.size(); ++number) {
    if (counts[number] == 0) continue;
    const auto place = interval_number(texts.text(number), interval);
    (place ? counted.counts[*place] : counted.missing) += counts[number];
  }
  return counted;
}

/// The intervals of a time line, by their numbers.
struct Range {
  long first = std::numeric_limits<long>::max();
  long last = std::numeric_limits<long>::min();

  void include(const ByInterval& counted) {
    if (counted.counts.empty()) return;
    first = std::min(first, counted.counts.begin()->first);
    last = std::max(last, counted.counts.rbegin()->first);
  }

  [[nodiscard]] std::size_t size() const {
    return first > last ? 0 : static_cast<std::size_t>(last - first + 1);
  }
};

std::vector<std::uint64_t> row(const ByInterval& counted, const Range& range) {
  std::vector<std::uint64_t> counts(range.size());
  for (const auto& [number, count] : counted.counts) {
    if (number < range.first || number > range.last) continue;
    counts[static_cast<std::size_t>(number - range.first)] = count;
  }
  return counts;
}

class TimelineCounter {
 public:
  TimelineCounter(const Countable& countable, Interval interval, const Documents* all)
      : countable_(countable), all_(all) {
    timeline_.interval = interval;
  }

  void add_queries(const std::vector<TimelineQuery>& queries) {
    std::vector<ByInterval> counted;
    for (const TimelineQuery& query : queries) {
      counted.push_back(count(countable_, timeline_.interval, query.matches));
      range_.include(counted.back());
    }
    for (std::size_t i = 0; i < range_.size(); ++i) {
      timeline_.begins.push_back(
          interval_begin(range_.first + static_cast<long>(i), timeline_.interval));
    }
    for (std::size_t i = 0; i < queries.size(); ++i) {
      timeline_.queries.push_back(series(queries[i].name, counted[i], all_));
    }
  }

  void add_parts(const FacetRequest& by, const Documents& matches) {
    const Field& row = field(by.field);
    timeline_.by = by.field;
    std::vector<FacetValue> values = frequent_keys(countable_, by, matches);
    const std::vector<Documents> parts = divide(row, values, matches);
    const std::vector<Documents> all =
        all_ == nullptr ? std::vector<Documents>() : divide(row, values, *all_);
    show_names(countable_.database, row, values);
    for (std::size_t i = 0; i < values.size(); ++i) {
      timeline_.parts.push_back(series(values[i].value,
                                       count(countable_, timeline_.interval, parts[i]),
                                       all.empty() ? nullptr : &all[i]));
    }
  }

  Timeline take() { return std::move(timeline_); }

 private:
  [[nodiscard]] std::vector<Documents> divide(const Field& row,
                                              const std::vector<FacetValue>& values,
                                              const Documents& documents) const {
    return divide_by(countable_, row, timeline_.interval, values, documents);
  }

  TimeSeries series(const std::string& name, const ByInterval& counted,
                    const Documents* all) const {
    TimeSeries made{name, counted.total, counted.missing, row(counted, range_), {}};
    if (all != nullptr) made.all = row(count(countable_, timeline_.interval, *all), range_);
    return made;
  }

  const Countable& countable_;
  const Documents* all_;
  Range range_;
  Timeline timeline_;
};

/// One interval for all queries.
Interval common_interval(const Countable& countable, Interval asked,
                         const std::vector<TimelineQuery>& queries) {
  if (asked != Interval::automatic) return asked;
  Documents any;
  for (const TimelineQuery& query : queries) {
    any.insert(any.end(), query.matches.begin(), query.matches.end());
  }
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
  return interval_for(countable, asked, any);
}

}  // namespace

Timeline count_timeline(const Countable& countable, const Request& request,
                        const std::vector<TimelineQuery>& queries, const Documents* all) {
  TimelineCounter counter(countable, common_interval(countable, request.interval, queries), all);
  counter.add_queries(queries);
  for (const FacetRequest& by : request.timeline_by) counter.add_parts(by, queries.front().matches);
  return counter.take();
}

}  // namespace backfile
