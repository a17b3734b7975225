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

bool is_first_of_year(const Date& day) { return day.month() == 1 && day.day() == 1; }
bool is_last_of_year(const Date& day) { return day.month() == 12 && day.day() == 31; }
bool is_last_of_month(const Date& day) {
  return day.day() == days_in_month(day.year(), day.month());
}

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

/// Values are texts: "2021" < "202102" < "20210209". So the value range from a day has all longer
/// dates right, and the year or month that begins with that day has to be added.
void add_begin(const Date& first, const Date& last, std::vector<Xapian::Query>& parts) {
  if (first.day() != 1) return;
  const Date month_end =
      *Date::of(first.year(), first.month(), days_in_month(first.year(), first.month()));
  if (month_end.sort_key() <= last.sort_key()) {
    parts.emplace_back(key_of(month_only_prefix, first, month_digits));
  }
  if (is_first_of_year(first) && Date::of(first.year(), 12, 31)->sort_key() <= last.sort_key()) {
    parts.emplace_back(key_of(year_only_prefix, first, year_digits));
  }
}

/// The year and the month of the last day, unless they end with it.
std::vector<Xapian::Query> cut_off(const Date& last) {
  std::vector<Xapian::Query> parts;
  if (!is_last_of_month(last)) parts.emplace_back(key_of(month_only_prefix, last, month_digits));
  if (!is_last_of_year(last)) parts.emplace_back(key_of(year_only_prefix, last, year_digits));
  return parts;
}

Xapian::Query between(const Date& first, const Date& last) {
  const std::string begin = first.sort_key().substr(0, day_digits);
  const std::string end = last.sort_key().substr(0, day_digits) + "~";
  std::vector<Xapian::Query> parts{
      Xapian::Query(Xapian::Query::OP_VALUE_RANGE, date_slot, begin, end)};
  add_begin(first, last, parts);
  Xapian::Query query(Xapian::Query::OP_OR, parts.begin(), parts.end());
  const std::vector<Xapian::Query> not_in = cut_off(last);
  if (not_in.empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query,
          Xapian::Query(Xapian::Query::OP_OR, not_in.begin(), not_in.end())};
}

}  // namespace

Xapian::Query date_query(const DateNode& range) {
  if (range.undated) return has_no_date();
  if (!range.from && !range.to) {
    return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, has_no_date()};
  }
  if (const auto term = single(range)) return *term;
  const Date first = range.from ? first_day(*range.from) : *Date::of(1, 1, 1);
  const Date last = range.to ? range.to->last_day() : *Date::of(9999, 12, 31);
  return between(first, last);
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
