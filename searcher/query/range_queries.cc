#include "searcher/query/range_queries.h"

#include <string>
#include <vector>

#include "common/field.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

constexpr auto date_slot = static_cast<Xapian::valueno>(field(FieldId::date).slot);

Xapian::Query has_no_date() { return Xapian::Query(missing_term(field(FieldId::date))); }

std::string key_of(std::string_view prefix, const Date& date, std::size_t digits) {
  return std::string(prefix) + date.sort_key().substr(0, digits);
}

constexpr std::size_t year_digits = 4;
constexpr std::size_t month_digits = 6;
constexpr std::size_t day_digits = 8;

/// A single year, month or day is a term, which is the cheapest.
std::optional<Xapian::Query> single(const DateNode& range) {
  if (!range.from || range.from != range.to) return std::nullopt;
  switch (range.from->precision()) {
    case Precision::year:
      return Xapian::Query(key_of(year_prefix, *range.from, year_digits));
    case Precision::month:
      return Xapian::Query(key_of(month_prefix, *range.from, month_digits));
    default:
      return Xapian::Query(key_of(field(FieldId::date).prefix, *range.from, day_digits));
  }
}

/// The day a range begins with: the first that the date may mean.
Date first_day(const Date& date) { return *Date::of(date.year(), date.month(), date.day()); }

/// The years of the articles, which need not be looked for beyond. Nothing when none has a date.
struct Years {
  explicit Years(const Xapian::Database& database)
      : first(year_of(database.get_value_lower_bound(date_slot))),
        last(year_of(database.get_value_upper_bound(date_slot))) {}

  static int year_of(const std::string& key) {
    const auto date = Date::from_iso(std::string_view(key).substr(0, year_digits));
    return date ? date->year() : 0;
  }

  int first;
  int last;
};

/// Terms of the days from `first` to `last`: of whole years and months, and of the days around
/// them. A year has the articles that are known to the year, a month those that are known to the
/// month; of which day these are, nobody knows.
std::vector<Xapian::Query> terms_between(const Date& first, const Date& last) {
  std::vector<Xapian::Query> terms;
  for (Date day = first; day.day_number() <= last.day_number();) {
    const Date year = *Date::of(day.year());
    const Date month = *Date::of(day.year(), day.month());
    const auto is_whole = [&](const Date& period) {
      return day.day_number() == first_day(period).day_number() &&
             period.last_day().day_number() <= last.day_number();
    };
    if (is_whole(year)) {
      terms.emplace_back(key_of(year_prefix, day, year_digits));
      day = year.last_day();
    } else if (is_whole(month)) {
      terms.emplace_back(key_of(month_prefix, day, month_digits));
      day = month.last_day();
    } else {
      terms.emplace_back(key_of(field(FieldId::date).prefix, day, day_digits));
    }
    if (day.day_number() == last.day_number()) break;  // no day comes after 9999-12-31
    day = day.plus_days(1);
  }
  return terms;
}

Xapian::Query between(const Date& first, const Date& last, const Years& years) {
  const Date begin = first.year() < years.first ? *Date::of(years.first, 1, 1) : first;
  const Date end = last.year() > years.last ? *Date::of(years.last, 12, 31) : last;
  const std::vector<Xapian::Query> terms = terms_between(begin, end);
  return {Xapian::Query::OP_OR, terms.begin(), terms.end()};
}

}  // namespace

Xapian::Query date_query(const Xapian::Database& database, const DateNode& range) {
  if (range.undated) return has_no_date();
  if (!range.from && !range.to) {
    return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, has_no_date()};
  }
  if (const auto term = single(range)) return *term;
  const Years years(database);
  if (years.last == 0) return Xapian::Query::MatchNothing;
  const Date first = range.from ? first_day(*range.from) : *Date::of(1, 1, 1);
  const Date last = range.to ? range.to->last_day() : *Date::of(9999, 12, 31);
  return between(first, last, years);
}

Xapian::Query number_query(const NumberNode& range) {
  const auto slot = static_cast<Xapian::valueno>(field(range.field).slot);
  const auto value = [](std::uint64_t number) {
    return Xapian::sortable_serialise(static_cast<double>(number));
  };
  if (range.from && range.to) {
    return {Xapian::Query::OP_VALUE_RANGE, slot, value(*range.from), value(*range.to)};
  }
  if (range.from) return {Xapian::Query::OP_VALUE_GE, slot, value(*range.from)};
  if (range.to) return {Xapian::Query::OP_VALUE_LE, slot, value(*range.to)};
  return Xapian::Query::MatchAll;
}

}  // namespace backfile
