#include "searcher/query/date_value.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "searcher/query/query_error.h"
#include "searcher/query/range_text.h"
#include "searcher/query/relative_date.h"

namespace backfile {
namespace {

constexpr std::string_view forms =
    "write a date as 2021, 2021-02, 2021-02-09, yesterday or last-30-days, and a range as "
    "2019..2021-02";

/// "2021-02" has the shape "0000-00".
std::string shape_of(std::string_view text) {
  std::string shape(text);
  for (char& c : shape) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return shape;
}

bool is_written_date(std::string_view text) {
  const std::string shape = shape_of(text);
  return shape == "0000" || shape == "0000-00" || shape == "0000-00-00";
}

Date read_written_date(Piece text) {
  const auto date = Date::from_iso(text.text);
  if (date) return *date;
  fail_query(text.place(), "there is no date " + quoted(text.text),
             "months go from 01 to 12 and days to the end of their month");
}

Date first_day(const Date& date) { return *Date::of(date.year(), date.month(), date.day()); }

/// The day next to a period, for > and <.
Date day_beside(const Date& day, long step, Piece text) {
  const Date beside = day.plus_days(step);
  if (beside != day) return beside;
  fail_query(text.place(), "no date lies beyond " + quoted(text.text),
             "years go from 0001 to 9999");
}

DateNode between(const RangeText& range, Piece text) {
  DateNode node;
  if (!range.first.empty()) node.from = read_period(range.first).first;
  if (!range.last.empty()) node.to = read_period(range.last).last;
  if (node.from && node.to && node.from->day_number() > node.to->last_day().day_number()) {
    fail_query(text.place(), "the range " + quoted(text.text) + " ends before it begins",
               "write the earlier date first");
  }
  return node;
}

DateNode read_date_range(Piece text) {
  using enum RangeText::Form;
  const RangeText range = read_range(text);
  if (range.form == between) return backfile::between(range, text);
  const Period period = read_period(range.first);
  switch (range.form) {
    case above:
      return {day_beside(period.last.last_day(), 1, text), std::nullopt};
    case at_least:
      return {period.first, std::nullopt};
    case below:
      return {std::nullopt, day_beside(first_day(period.first), -1, text)};
    case at_most:
      return {std::nullopt, period.last};
    default:
      return {period.first, period.last};
  }
}

}  // namespace

Period read_period(Piece text) {
  if (is_written_date(text.text)) {
    const Date date = read_written_date(text);
    return {date, date};
  }
  if (const auto period = relative_period(text.text, Date::today())) return *period;
  fail_query(text.place(), quoted(text.text) + " is not a date", std::string(forms));
}

DateNode read_date_value(Piece text) {
  if (text.text == "*") return {};
  if (text.text == "undated") return {std::nullopt, std::nullopt, true};
  return read_date_range(text);
}

Node parse_date_range(std::string_view text) {
  const Piece whole{text};
  const std::string_view trimmed = trim(text);
  const auto begin = static_cast<std::size_t>(trimmed.data() - text.data());
  const Piece value = whole.part(trimmed.empty() ? 0 : begin, trimmed.size());
  const Period period = read_period(value);
  return {DateNode{period.first, period.last}, value.place()};
}

}  // namespace backfile
