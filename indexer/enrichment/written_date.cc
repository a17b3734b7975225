#include "indexer/enrichment/written_date.h"

#include <fmt/format.h>
#include <unicode/ucal.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/enrichment/date_grammar.h"

namespace backfile {
namespace {

/// The first newspapers: Relation, Strasbourg 1605 (World Association of Newspapers, 2005).
constexpr int first_year = 1600;

WrittenDate judged(const Date& date) {
  if (date.year() < first_year) return {std::nullopt, DateStatus::too_old};
  // A day of grace, for articles from where it is tomorrow already.
  if (date.day_number() > Date::today().plus_days(1).day_number()) {
    return {std::nullopt, DateStatus::in_future};
  }
  return {date, DateStatus::credible};
}

/// Seconds since 1970 from 9 or 10 digits, milli- or microseconds from 3 or 6 more; a fraction is
/// dropped. nullopt when `text` is anything else.
std::optional<Date> from_epoch(std::string_view text) {
  const std::size_t digits = std::min(text.find('.'), text.size());
  const bool plausible =
      digits == 9 || digits == 10 || digits == 12 || digits == 13 || digits == 15 || digits == 16;
  const std::string_view rest = text.substr(std::min(digits + 1, text.size()));
  if (!plausible || rest.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  long seconds = 0;
  const char* end = text.data() + digits;
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stop != end || seconds < 0) return std::nullopt;
  if (digits >= 15) seconds /= 1'000'000;
  if (digits == 12 || digits == 13) seconds /= 1000;
  const int clock = static_cast<int>(seconds % 86400);
  const Date day = Date::of(1970, 1, 1)->plus_days(seconds / 86400);
  return day.at(clock / 3600, clock / 60 % 60, clock % 60, 0);
}

/// Whether an address contains the date, as those of news sites do.
bool contains_date(std::string_view url, int year, int month, int day) {
  for (const auto& written : {fmt::format("/{}/{:02}/{:02}", year, month, day),
                              fmt::format("/{}/{}/{}/", year, month, day),
                              fmt::format("{}-{:02}-{:02}", year, month, day),
                              fmt::format("{}{:02}{:02}", year, month, day)}) {
    if (url.find(written) != std::string_view::npos) return true;
  }
  return false;
}

/// Lets the address decide which of two figures is the month; false when it does not.
bool settle_order(DateParts& parts, std::string_view url) {
  const bool as_read = contains_date(url, *parts.year, parts.month, parts.day);
  const bool swapped = contains_date(url, *parts.year, parts.day, parts.month);
  if (swapped && !as_read) std::swap(parts.month, parts.day);
  return as_read != swapped;
}

/// The day of ours on which a day of the Islamic calendar began; nullopt when there is no such day.
std::optional<Date> from_hijri(int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCalendar, decltype(&ucal_close)> calendar(
      ucal_open(u"Etc/UTC", -1, "ar@calendar=islamic-umalqura", UCAL_DEFAULT, &status), ucal_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucal_clear(calendar.get());
  ucal_setAttribute(calendar.get(), UCAL_LENIENT, 0);
  ucal_setDate(calendar.get(), year, month - 1, day, &status);
  constexpr double milliseconds = 86'400'000;
  const double days = ucal_getMillis(calendar.get(), &status) / milliseconds;
  if (U_FAILURE(status)) return std::nullopt;
  return Date::of(1970, 1, 1)->plus_days(static_cast<long>(days));
}

std::optional<Date> to_date(const DateParts& parts) {
  const auto date = parts.hijri ? from_hijri(*parts.year, parts.month, parts.day)
                                : Date::of(*parts.year, parts.month, parts.day);
  if (!date || !parts.hour || parts.day == 0) return date;
  return date->at(*parts.hour, parts.minute, parts.second, parts.offset);
}

/// "27 Jumada II 1442 corresponding to 9 February 2021": the side that is a date of ours.
std::optional<DateParts> parse_corresponding(std::string_view text) {
  constexpr std::string_view corresponding = "الموافق";
  const std::size_t at = text.find(corresponding);
  if (at == std::string_view::npos) return std::nullopt;
  const auto behind = parse_date(text.substr(at + corresponding.size()));
  const auto before = parse_date(text.substr(0, at));
  return before && (!behind || behind->hijri) ? before : behind;
}

/// "Tuesday - 18 Rajab 1442 - 2 March 2021": the same, when the sides are dates of both calendars.
std::optional<DateParts> parse_beside_dash(std::string_view text) {
  constexpr std::string_view dash = " - ";
  for (std::size_t at = text.find(dash); at != std::string_view::npos;
       at = text.find(dash, at + 1)) {
    const auto before = parse_date(text.substr(0, at));
    const auto behind = parse_date(text.substr(at + dash.size()));
    if (before && behind && before->hijri != behind->hijri) return before->hijri ? behind : before;
  }
  return std::nullopt;
}

/// "By Ann Lee November 15, 2019": the day behind one name or more.
std::optional<DateParts> parse_behind_byline(std::string_view text) {
  constexpr std::array introductions{"by ",  "By ",  "BY ",  "von ", "Von ",
                                     "par ", "Par ", "por ", "Por "};
  const bool is_byline =
      std::any_of(introductions.begin(), introductions.end(),
                  [&](std::string_view start) { return text.starts_with(start); });
  if (!is_byline) return std::nullopt;
  constexpr int most_words = 8;
  std::size_t at = text.find(' ');
  for (int word = 0; word < most_words; ++word) {
    at = text.find(' ', at + 1);
    if (at == std::string_view::npos) return std::nullopt;
    const auto parts = parse_date(text.substr(at));
    if (parts && parts->day != 0) return parts;
  }
  return std::nullopt;
}

WrittenDate read_parts(DateParts parts, std::string_view url) {
  if (!parts.year) return {std::nullopt, DateStatus::two_digit_year};
  if (parts.either_order && !settle_order(parts, url)) return {std::nullopt, DateStatus::ambiguous};
  const auto date = to_date(parts);
  return date ? judged(*date) : WrittenDate{std::nullopt, DateStatus::no_such_day};
}

}  // namespace

WrittenDate read_date(std::string_view written, std::string_view url) {
  const std::string_view text = trim(written);
  if (text.empty()) return {};
  if (const auto date = Date::from_iso(text)) return judged(*date);
  if (const auto date = from_epoch(text)) return judged(*date);
  if (const auto parts = parse_date(text)) return read_parts(*parts, url);
  if (const auto parts = parse_corresponding(text)) return read_parts(*parts, url);
  if (const auto parts = parse_beside_dash(text)) return read_parts(*parts, url);
  return {std::nullopt, DateStatus::unreadable};
}

WrittenDate read_dated_line(std::string_view text, std::string_view url) {
  const WrittenDate read = read_date(text, url);
  if (read.status != DateStatus::unreadable) return read;
  const auto parts = parse_behind_byline(trim(text));
  return parts ? read_parts(*parts, url) : read;
}

std::string_view phrase(DateStatus status) {
  switch (status) {
    case DateStatus::credible:
      return "it is credible";
    case DateStatus::empty:
      return "there is none";
    case DateStatus::unreadable:
      return "it cannot be read";
    case DateStatus::no_such_day:
      return "there is no such day";
    case DateStatus::two_digit_year:
      return "its year has two digits";
    case DateStatus::ambiguous:
      return "day and month cannot be told apart";
    case DateStatus::too_old:
      return "it is from before there were newspapers";
    case DateStatus::in_future:
      return "it lies in the future";
  }
  return {};
}

}  // namespace backfile
