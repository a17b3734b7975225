#include "searcher/search/facets.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "common/date.h"
#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/index/value_list.h"

namespace backfile {
namespace {

struct TransparentHash : std::hash<std::string_view> {
  using is_transparent = void;
};

/// How often each value was seen.
class Counts {
 public:
  void add(std::string_view value) {
    const auto known = counts_.find(value);
    if (known != counts_.end()) {
      ++known->second;
    } else {
      counts_.emplace(value, 1);
    }
  }

  [[nodiscard]] std::vector<FacetValue> values() const {
    std::vector<FacetValue> values;
    for (const auto& [value, count] : counts_) values.push_back({value, count});
    return values;
  }

 private:
  std::unordered_map<std::string, std::uint64_t, TransparentHash, std::equal_to<>> counts_;
};

/// Calls `visit` with the slot's value for each match, "" where there is none.
template <typename Visit>
void for_each_match(const Xapian::Database& database, int slot,
                    std::span<const Xapian::docid> matches, Visit&& visit) {
  const auto number = static_cast<Xapian::valueno>(slot);
  Xapian::ValueIterator value = database.valuestream_begin(number);
  const Xapian::ValueIterator end = database.valuestream_end(number);
  for (const Xapian::docid match : matches) {
    if (value != end) value.skip_to(match);
    const bool has_one = value != end && value.get_docid() == match;
    visit(has_one ? *value : std::string());
  }
}

/// The begin of the interval in which a date lies, from its sort key; "" when it is not known so
/// exactly.
std::string interval_of(const std::string& key, Interval interval) {
  constexpr std::size_t year = 4;
  constexpr std::size_t month = 6;
  constexpr std::size_t day = 8;
  if (interval == Interval::year) return key.substr(0, year);
  if (key.size() < month) return {};
  std::string text = key.substr(0, year) + "-" + key.substr(year, 2);
  if (interval == Interval::month) return text;
  if (key.size() < day) return {};
  text += "-" + key.substr(month, 2);
  if (interval == Interval::day) return text;
  constexpr long wednesday = 3;  // 0000-03-01, day 0, counted from Sunday
  const Date date = *Date::from_iso(text);
  const long since_monday = (date.day_number() + wednesday + 6) % 7;
  return date.plus_days(-since_monday).iso();
}

/// The finest interval that has at most some forty columns over the span of the dates.
Interval suitable(const std::vector<FacetValue>& days) {
  constexpr long most = 40;
  const auto [first, last] = std::minmax_element(
      days.begin(), days.end(),
      [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  if (first == days.end()) return Interval::year;
  const long span =
      Date::from_iso(last->value)->day_number() - Date::from_iso(first->value)->day_number() + 1;
  if (span <= most) return Interval::day;
  if (span <= most * 7) return Interval::week;
  return span <= most * 31 ? Interval::month : Interval::year;
}

Interval interval_for(const Xapian::Database& database, int slot, Interval asked,
                      std::span<const Xapian::docid> matches) {
  if (asked != Interval::automatic) return asked;
  Counts days;
  for_each_match(database, slot, matches, [&](const std::string& value) {
    if (const std::string day = interval_of(value, Interval::day); !day.empty()) days.add(day);
  });
  return suitable(days.values());
}

bool more_frequent(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

/// Keeps the first values in the order of the facet.
void select(Facet& facet, std::size_t most) {
  facet.distinct = facet.values.size();
  if (facet.field == FieldId::date) {
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
    return;
  }
  const std::size_t kept = std::min(most, facet.values.size());
  const auto end = facet.values.begin() + static_cast<std::ptrdiff_t>(kept);
  std::partial_sort(facet.values.begin(), end, facet.values.end(), more_frequent);
  facet.values.resize(kept);
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

Facet count_facet(const Xapian::Database& database, const FacetRequest& request, Interval interval,
                  std::span<const Xapian::docid> matches) {
  const Field& row = field(request.field);
  Facet facet;
  facet.field = request.field;
  Counts counts;
  const bool is_date = request.field == FieldId::date;
  const Interval step =
      is_date ? interval_for(database, row.slot, interval, matches) : Interval::automatic;
  for_each_match(database, row.slot, matches, [&](const std::string& list) {
    const std::string begin = is_date ? interval_of(list, step) : std::string();
    if (list.empty() || (is_date && begin.empty())) {
      ++facet.missing;
    } else if (is_date) {
      counts.add(begin);
    } else {
      for_each_value(list, [&](std::string_view value) { counts.add(value); });
    }
  });
  facet.values = counts.values();
  select(facet, request.values);
  if (!is_date) show_names(database, row, facet.values);
  return facet;
}

}  // namespace backfile
