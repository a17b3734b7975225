#include "searcher/search/facets.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/value_list.h"
#include "searcher/search/intervals.h"

namespace backfile {
namespace {

/// How many of the matches have each text in the slot; of no text, those that have none.
struct TextCounts {
  std::vector<FacetValue> texts;
  std::uint64_t missing = 0;
};

TextCounts count_texts(const SlotTexts& texts) {
  std::vector<std::uint64_t> counts(texts.distinct());
  for (const std::uint32_t number : texts.numbers()) ++counts[number];
  TextCounts counted;
  counted.missing = counts.front();
  for (std::size_t number = 1; number < counts.size(); ++number) {
    if (counts[number] == 0) continue;
    counted.texts.push_back({std::string(texts.text(number)), counts[number]});
  }
  return counted;
}

/// The same for the values in the texts.
std::vector<FacetValue> divided(const std::vector<FacetValue>& texts) {
  std::unordered_map<std::string_view, std::uint64_t> counts;
  for (const FacetValue& text : texts) {
    for_each_value(text.value, [&](std::string_view value) { counts[value] += text.count; });
  }
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) values.push_back({std::string(value), count});
  return values;
}

/// The interval that suits the days of the matches.
Interval suitable(const std::vector<FacetValue>& dates) {
  long first = std::numeric_limits<long>::max();
  long last = std::numeric_limits<long>::min();
  for (const FacetValue& date : dates) {
    if (const auto day = interval_number(date.value, Interval::day)) {
      first = std::min(first, *day);
      last = std::max(last, *day);
    }
  }
  return first > last ? Interval::year : suitable_interval(first, last);
}

/// The same for the intervals of dates; those that are not known so exactly are missing.
std::vector<FacetValue> by_interval(const TextCounts& dates, Interval asked,
                                    std::uint64_t& missing) {
  const Interval interval = asked == Interval::automatic ? suitable(dates.texts) : asked;
  std::map<long, std::uint64_t> counts;
  missing = dates.missing;
  for (const FacetValue& date : dates.texts) {
    const auto number = interval_number(date.value, interval);
    (number ? counts[*number] : missing) += date.count;
  }
  std::vector<FacetValue> values;
  for (const auto& [number, count] : counts) {
    values.push_back({interval_begin(number, interval).iso(), count});
  }
  return values;
}

bool more_frequent(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

/// Keeps the first values in the order of the facet.
void select(std::vector<FacetValue>& values, std::size_t most) {
  const std::size_t kept = std::min(most, values.size());
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(values.begin(), end, values.end(), more_frequent);
  values.resize(kept);
}

/// Keys are what is counted, names are what is shown.
void show_names(const Xapian::Database& database, const Field& field,
                std::vector<FacetValue>& values) {
  for (FacetValue& entry : values) {
    const std::string name =
        database.get_metadata(display_name_key(value_prefix(field), entry.value));
    if (!name.empty()) entry.value = name;
  }
}

}  // namespace

Facet count_facet(const Countable& countable, const FacetRequest& request, Interval interval,
                  std::span<const Xapian::docid> matches) {
  const Field& row = field(request.field);
  const TextCounts counted = count_texts(SlotTexts(countable, row, matches));
  Facet facet{request.field, {}, counted.missing, 0};
  const bool is_date = row.kind == FieldKind::date;
  if (is_date) {
    facet.values = by_interval(counted, interval, facet.missing);
  } else {
    facet.values = row.many ? divided(counted.texts) : counted.texts;
  }
  facet.distinct = facet.values.size();
  if (is_date) return facet;
  select(facet.values, request.values);
  show_names(countable.database, row, facet.values);
  return facet;
}

}  // namespace backfile
