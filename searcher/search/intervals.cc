#include "searcher/search/intervals.h"

namespace backfile {
namespace {

constexpr std::size_t year_length = 4;
constexpr std::size_t month_length = 6;
constexpr std::size_t day_length = 8;
constexpr int months_per_year = 12;
constexpr long days_per_week = 7;

/// What makes day 0 of `Date::day_number`, 0000-03-01, fall into the week that begins on Monday.
constexpr long before_monday = 9;

int number_at(std::string_view key, std::size_t begin, std::size_t length) {
  int number = 0;
  for (const char digit : key.substr(begin, length)) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace

std::optional<long> interval_number(std::string_view key, Interval interval) {
  if (key.size() < year_length) return std::nullopt;
  const int year = number_at(key, 0, year_length);
  if (interval == Interval::year) return year;
  if (key.size() < month_length) return std::nullopt;
  const int month = number_at(key, year_length, 2);
  if (interval == Interval::month) return year * months_per_year + month - 1;
  if (key.size() < day_length) return std::nullopt;
  const auto date = Date::of(year, month, number_at(key, month_length, 2));
  if (!date) return std::nullopt;
  const long day = date->day_number();
  return interval == Interval::week ? (day + before_monday) / days_per_week : day;
}

Date interval_begin(long number, Interval interval) {
  static const Date first = *Date::of(1, 1, 1);
  if (interval == Interval::year) return Date::of(static_cast<int>(number)).value_or(first);
  if (interval == Interval::month) {
    return Date::of(static_cast<int>(number / months_per_year),
                    static_cast<int>(number % months_per_year) + 1)
        .value_or(first);
  }
  const long day = interval == Interval::week ? number * days_per_week - before_monday : number;
  return first.plus_days(day - first.day_number());
}

Interval suitable_interval(long first, long last) {
  constexpr long most = 40;
  const long days = last - first + 1;
  if (days <= most) return Interval::day;
  if (days <= most * days_per_week) return Interval::week;
  return days <= most * 31 ? Interval::month : Interval::year;
}

}  // namespace backfile
