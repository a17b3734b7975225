#include "searcher/query/relative_date.h"

#include <algorithm>
#include <string>

#include "common/text/lower_case.h"
#include "searcher/query/symbols.h"

namespace backfile {
namespace {

constexpr long days_a_week = 7;
constexpr int months_a_year = 12;
constexpr int greatest_count = 9999;

Period single(const Date& date) { return {date, date}; }

/// The calendar year so many years away; years outside the calendar are its ends.
Date year_from(const Date& today, int years) {
  return *Date::of(std::clamp(today.year() + years, 1, 9999));
}

/// The calendar month so many months away.
Date month_from(const Date& today, int months) {
  const int month = today.year() * months_a_year + today.month() - 1 + months;
  const int clamped = std::clamp(month, months_a_year, 9999 * months_a_year + 11);
  return *Date::of(clamped / months_a_year, clamped % months_a_year + 1);
}

/// The week from Monday to Sunday so many weeks away.
Period week_from(const Date& today, int weeks) {
  // 0000-03-01, day 0, was a Wednesday.
  const long weekday = (today.day_number() + 2) % days_a_week;
  const Date monday = today.plus_days(weeks * days_a_week - weekday);
  return {monday, monday.plus_days(days_a_week - 1)};
}

/// The day after the same day so many months ago, so that the months end today.
Date months_ago(const Date& today, int months) {
  const Date month = month_from(today, -months);
  const int day = std::min(today.day(), days_in_month(month.year(), month.month()));
  return Date::of(month.year(), month.month(), day)->plus_days(1);
}

std::optional<Period> calendar_period(std::string_view unit, const Date& today, int step) {
  if (unit == "week") return week_from(today, step);
  if (unit == "month") return single(month_from(today, step));
  if (unit == "year") return single(year_from(today, step));
  return std::nullopt;
}

/// "30-days", and so on.
std::optional<Period> counted_period(std::string_view text, const Date& today) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const int count = small_number(text.substr(0, dash), greatest_count + 1);
  if (count < 1 || count > greatest_count) return std::nullopt;
  std::string_view unit = text.substr(dash + 1);
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "day") return Period{today.plus_days(1 - count), today};
  if (unit == "week") return Period{today.plus_days(1 - count * days_a_week), today};
  if (unit == "month") return Period{months_ago(today, count), today};
  if (unit == "year") return Period{months_ago(today, count * months_a_year), today};
  return std::nullopt;
}

}  // namespace

std::optional<Period> relative_period(std::string_view text, const Date& today) {
  const std::string word = lower_case(text);
  const std::string_view rest(word);
  if (word == "today") return single(today);
  if (word == "yesterday") return single(today.plus_days(-1));
  if (word.starts_with("this-")) return calendar_period(rest.substr(5), today, 0);
  if (!word.starts_with("last-")) return std::nullopt;
  const auto calendar = calendar_period(rest.substr(5), today, -1);
  return calendar ? calendar : counted_period(rest.substr(5), today);
}

}  // namespace backfile
