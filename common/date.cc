#include "common/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include "common/error.h"

namespace backfile {
namespace {

constexpr int minutes_per_day = 24 * 60;

/// Reads a text from its front, piece by piece.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool skip(char wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool skip_digit() {
    if (rest_.empty() || !is_digit(rest_.front())) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of exactly `count` digits.
  std::optional<int> digits(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    const std::string_view head = rest_.substr(0, count);
    if (!std::all_of(head.begin(), head.end(), is_digit)) return std::nullopt;
    int value = 0;
    for (const char digit : head) value = value * 10 + (digit - '0');
    rest_.remove_prefix(count);
    return value;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
};

/// "2021", "2021-02", "2021-02-09" or "20210209".
std::optional<Date> read_day(Scanner& text) {
  const auto year = text.digits(4);
  if (!year) return std::nullopt;
  const bool separated = text.skip('-');
  const auto month = text.digits(2);
  if (!month) return separated ? std::nullopt : Date::of(*year);
  if (*month == 0 || (separated && !text.skip('-'))) {
    return separated && *month > 0 ? Date::of(*year, *month) : std::nullopt;
  }
  const auto day = text.digits(2);
  return day && *day > 0 ? Date::of(*year, *month, *day) : std::nullopt;
}

struct Clock {
  int hour = 0;
  int minute = 0;
  std::optional<int> second;
};

/// A fraction of a second, which nobody searches for.
bool skip_fraction(Scanner& text) {
  if (!text.skip('.') && !text.skip(',')) return true;
  if (!text.skip_digit()) return false;
  while (text.skip_digit()) {
  }
  return true;
}

/// "08:30", "08:30:00", "08:30:00.123" or the same without colons.
std::optional<Clock> read_clock(Scanner& text) {
  const auto hour = text.digits(2);
  const bool separated = text.skip(':');
  const auto minute = text.digits(2);
  if (!hour || !minute) return std::nullopt;
  Clock clock{*hour, *minute, std::nullopt};
  if (separated && !text.skip(':')) return clock;
  clock.second = text.digits(2);
  if (!clock.second) return separated ? std::nullopt : std::optional(clock);
  // RFC 3339 allows leap seconds (section 5.7); they belong to the second before.
  if (clock.second == 60) clock.second = 59;
  return skip_fraction(text) ? std::optional(clock) : std::nullopt;
}

struct Zone {
  std::optional<int> offset;
};

/// Nothing, "Z", "+01", "+0100" or "+01:00".
std::optional<Zone> read_zone(Scanner& text) {
  if (text.at_end()) return Zone{};
  text.skip(' ');
  if (text.skip('Z') || text.skip('z')) return Zone{0};
  const bool west = text.skip('-');
  if (!west && !text.skip('+')) return std::nullopt;
  const auto hours = text.digits(2);
  if (!hours) return std::nullopt;
  const bool has_minutes = text.skip(':') || !text.at_end();
  const auto minutes = has_minutes ? text.digits(2) : 0;
  if (!minutes || *minutes > 59) return std::nullopt;
  const int offset = *hours * 60 + *minutes;
  // "-00:00" says that the offset is not known (RFC 3339, section 4.3).
  if (west && offset == 0) return Zone{};
  return Zone{west ? -offset : offset};
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (day > 0 && (month == 0 || day > days_in_month(year, month))) return std::nullopt;
  Date date;
  date.year_ = year;
  date.month_ = std::max(month, 1);
  date.day_ = std::max(day, 1);
  date.precision_ = day > 0 ? Precision::day : month > 0 ? Precision::month : Precision::year;
  return date;
}

std::optional<Date> Date::from_iso(std::string_view text) {
  Scanner scanner(text);
  const auto day = read_day(scanner);
  if (!day || scanner.at_end()) return day;
  if (day->precision() != Precision::day) return std::nullopt;
  if (!scanner.skip('T') && !scanner.skip('t') && !scanner.skip(' ')) return std::nullopt;
  const auto clock = read_clock(scanner);
  if (!clock) return std::nullopt;
  const auto zone = read_zone(scanner);
  if (!zone || !scanner.at_end()) return std::nullopt;
  return day->at(clock->hour, clock->minute, clock->second, zone->offset);
}

Date Date::today() {
  if (const char* stand_in = std::getenv("BACKFILE_TODAY")) {
    const auto day = from_iso(stand_in);
    if (!day || day->precision() < Precision::day) {
      throw Error(ErrorCode::usage, fmt::format("BACKFILE_TODAY is not a day: {}", stand_in),
                  "write it as 2021-02-09");
    }
    return day->plus_days(0);
  }
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date());
}

std::optional<Date> Date::at(int hour, int minute, std::optional<int> second,
                             std::optional<int> offset) const {
  const auto within = [](int value, int end) { return value >= 0 && value < end; };
  if (precision_ < Precision::day || !within(hour, 24) || !within(minute, 60)) return std::nullopt;
  if (second && !within(*second, 60)) return std::nullopt;
  if (offset && (*offset <= -minutes_per_day || *offset >= minutes_per_day)) return std::nullopt;
  Date date = *this;
  date.hour_ = hour;
  date.minute_ = minute;
  date.second_ = second.value_or(0);
  date.offset_ = offset;
  date.precision_ = second ? Precision::second : Precision::minute;
  return date;
}

std::string Date::iso() const {
  std::string text = fmt::format("{:04}", year_);
  if (precision_ >= Precision::month) text += fmt::format("-{:02}", month_);
  if (precision_ >= Precision::day) text += fmt::format("-{:02}", day_);
  if (precision_ >= Precision::minute) text += fmt::format("T{:02}:{:02}", hour_, minute_);
  if (precision_ >= Precision::second) text += fmt::format(":{:02}", second_);
  if (offset_) {
    const int minutes = std::abs(*offset_);
    text += fmt::format("{}{:02}:{:02}", *offset_ < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  return text;
}

std::string Date::sort_key() const {
  std::string key =
      fmt::format("{:04}{:02}{:02}{:02}{:02}{:02}", year_, month_, day_, hour_, minute_, second_);
  constexpr std::array<std::size_t, 5> digits{4, 6, 8, 12, 14};
  key.resize(digits.at(static_cast<std::size_t>(precision_)));
  return key;
}

long Date::day_number() const {
  const long year = month_ <= 2 ? year_ - 1 : year_;
  const long era = year / 400;
  const long year_of_era = year % 400;
  const long day_of_year = (153 * (month_ + (month_ > 2 ? -3 : 9)) + 2) / 5 + day_ - 1;
  const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era;
}

Date Date::plus_days(long days) const {
  static const long first = of(1, 1, 1)->day_number();
  static const long last = of(9999, 12, 31)->day_number();
  const long here = day_number();
  const long number = here + std::clamp(days, first - here, last - here);
  // Hinnant's civil_from_days.
  const long day_of_era = number % 146097;
  const long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long shifted_month = (5 * day_of_year + 2) / 153;
  const long day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const long month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const long year = year_of_era + number / 146097 * 400 + (month <= 2 ? 1 : 0);
  return *of(static_cast<int>(year), static_cast<int>(month), static_cast<int>(day));
}

Date Date::last_day() const {
  const int month = precision_ == Precision::year ? 12 : month_;
  const int day = precision_ <= Precision::month ? days_in_month(year_, month) : day_;
  return *of(year_, month, day);
}

}  // namespace backfile
