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

bool is_date(const Field& field) { return field.kind == FieldKind::date; }

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
std::vector<FacetValue> by_value(const std::vector<FacetValue>& texts) {
  std::unordered_map<std::string_view, std::uint64_t> counts;
  for (const FacetValue& text : texts) {
    for_each_value(text.value, [&](std::string_view value) { counts[value] += text.count; });
  }
  std::vector<FacetValue> values;
  for (const auto& [value, count] : counts) values.push_back({std::string(value), count});
  return values;
}

/// The same for the intervals of dates; those that are not known so exactly are missing.
std::vector<FacetValue> by_interval(const TextCounts& dates, Interval interval,
                                    std::uint64_t& missing) {
  std::map<long, std::uint64_t> counts;
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

/// All values of the matches, as folded keys.
Facet count_keys(const Countable& countable, FieldId id, Interval interval,
                 std::span<const Xapian::docid> matches) {
  const Field& row = field(id);
  TextCounts counted = count_texts(SlotTexts(countable, row, matches));
  Facet facet{id, {}, counted.missing, 0};
  if (is_date(row)) {
    facet.values = by_interval(counted, interval, facet.missing);
  } else {
    facet.values = row.many ? by_value(counted.texts) : std::move(counted.texts);
  }
  facet.distinct = facet.values.size();
  return facet;
}

bool more_frequent(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

bool earlier_name(const FacetValue& a, const FacetValue& b) { return a.value < b.value; }

/// Keeps the first values in this order.
void select(std::vector<FacetValue>& values, std::size_t most, FacetOrder order) {
  const std::size_t kept = std::min(most, values.size());
  const auto end = values.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(values.begin(), end, values.end(),
                    order == FacetOrder::count ? more_frequent : earlier_name);
  values.resize(kept);
}

void count_inside(const Countable& countable, const FacetRequest& request, const FacetMode& mode,
                  std::span<const Xapian::docid> matches, std::vector<FacetValue>& values) {
  const std::vector<Documents> parts =
      divide_by(countable, field(request.field), mode.interval, values, matches);
  for (const FacetRequest& inner : request.inside) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i].inside.push_back(count_facet(countable, inner, mode, parts[i]));
    }
  }
}

/// How many articles of the index have each value.
void count_all(const Countable& countable, FieldId id, const FacetMode& mode,
               std::vector<FacetValue>& values) {
  std::unordered_map<std::string, std::uint64_t> all;
  for (const FacetValue& value : count_keys(countable, id, mode.interval, *mode.all).values) {
    all.emplace(value.value, value.count);
  }
  for (FacetValue& value : values) value.all = all[value.value];
}

}  // namespace

Facet count_facet(const Countable& countable, const FacetRequest& request, FacetMode mode,
                  std::span<const Xapian::docid> matches) {
  const Field& row = field(request.field);
  if (is_date(row) || !request.inside.empty()) {
    mode.interval = interval_for(countable, mode.interval, matches);
  }
  Facet facet = count_keys(countable, request.field, mode.interval, matches);
  if (!is_date(row)) select(facet.values, request.values, mode.order);
  if (!request.inside.empty()) count_inside(countable, request, mode, matches, facet.values);
  if (mode.all != nullptr) count_all(countable, request.field, mode, facet.values);
  if (!is_date(row)) show_names(countable.database, row, facet.values);
  return facet;
}

std::vector<FacetValue> frequent_keys(const Countable& countable, const FacetRequest& request,
                                      std::span<const Xapian::docid> matches) {
  Facet facet = count_keys(countable, request.field, Interval::year, matches);
  select(facet.values, request.values, FacetOrder::count);
  return facet.values;
}

std::vector<Documents> divide_by(const Countable& countable, const Field& field, Interval interval,
                                 const std::vector<FacetValue>& values,
                                 std::span<const Xapian::docid> matches) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < values.size(); ++i) places.emplace(values[i].value, i);
  const SlotTexts texts(countable, field, matches);
  std::vector<std::vector<std::size_t>> places_of(texts.distinct());
  const auto note = [&](std::size_t number, std::string_view key) {
    const auto place = places.find(key);
    if (place != places.end()) places_of[number].push_back(place->second);
  };
  for (std::size_t number = 1; number < texts.distinct(); ++number) {
    const std::string_view text = texts.text(number);
    if (!is_date(field)) {
      for_each_value(text, [&](std::string_view key) { note(number, key); });
    } else if (const auto place = interval_number(text, interval)) {
      note(number, interval_begin(*place, interval).iso());
    }
  }
  std::vector<Documents> parts(values.size());
  for (std::size_t i = 0; i < matches.size(); ++i) {
    for (const std::size_t place : places_of[texts.numbers()[i]]) {
      parts[place].push_back(matches[i]);
    }
  }
  return parts;
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

Interval interval_for(const Countable& countable, Interval asked,
                      std::span<const Xapian::docid> matches) {
  if (asked != Interval::automatic) return asked;
  long first = std::numeric_limits<long>::max();
  long last = std::numeric_limits<long>::min();
  const TextCounts dates = count_texts(SlotTexts(countable, field(FieldId::date), matches));
  for (const FacetValue& date : dates.texts) {
    if (const auto day = interval_number(date.value, Interval::day)) {
      first = std::min(first, *day);
      last = std::max(last, *day);
    }
  }
  return first > last ? Interval::year : suitable_interval(first, last);
}

}  // namespace backfile
