#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// How exactly a date is known.
enum class Precision : std::uint8_t { year, month, day, minute, second };

/// A date of the proleptic Gregorian calendar, years 1 to 9999, known to some precision, with the
/// clock time and the offset from UTC as the article states them. No time_t anywhere: archives are
/// older than 1970. Fields beyond the precision are 1 (month, day) or 0 (time).
class Date {
 public:
  Date() = default;

  /// `month` 1–12 and `day` 1–31, or 0 for unknown; nullopt when no such day exists.
  static std::optional<Date> of(int year, int month = 0, int day = 0);

  /// Reads ISO 8601 / RFC 3339 as archives write it: "2021", "2021-02", "2021-02-09", "20210209",
  /// "2021-02-09T08:30", "2021-02-09 08:30:00.123+01:00", "…Z", "…+0900". The whole text must be
  /// a date; nullopt otherwise.
  static std::optional<Date> from_iso(std::string_view text);

  /// Today in the machine's time zone. BACKFILE_TODAY (an ISO day) stands in for it, for tests.
  static Date today();

  /// Adds a clock time; `offset` is minutes east of UTC, or nullopt when the source does not say.
  /// nullopt when there is no such time. The date must be known to the day.
  [[nodiscard]] std::optional<Date> at(int hour, int minute, std::optional<int> second,
                                       std::optional<int> offset) const;

  [[nodiscard]] int year() const { return year_; }
  [[nodiscard]] int month() const { return month_; }
  [[nodiscard]] int day() const { return day_; }
  [[nodiscard]] int hour() const { return hour_; }
  [[nodiscard]] int minute() const { return minute_; }
  [[nodiscard]] int second() const { return second_; }
  [[nodiscard]] std::optional<int> offset() const { return offset_; }
  [[nodiscard]] Precision precision() const { return precision_; }

  /// As precise as it is known: "2021", "2021-02", "2021-02-09", "2021-02-09T08:30:00+00:00".
  [[nodiscard]] std::string iso() const;

  /// Digits without separators, cut at the precision ("2021", "20210209", "20210209083000"): texts
  /// that sort as the dates do. The clock time as stated, without its offset: a reader looks for
  /// the day that the paper printed.
  [[nodiscard]] std::string sort_key() const;

  /// Days since 0000-03-01, for differences (Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms").
  [[nodiscard]] long day_number() const;

  /// The day so many days later (earlier when negative); the time is dropped. Stays within
  /// 0001-01-01 and 9999-12-31.
  [[nodiscard]] Date plus_days(long days) const;

  /// The last day that the date, as precisely as it is known, may mean ("2021-02" → 2021-02-28).
  [[nodiscard]] Date last_day() const;

  friend bool operator==(const Date&, const Date&) = default;

 private:
  int year_ = 1;
  int month_ = 1;
  int day_ = 1;
  int hour_ = 0;
  int minute_ = 0;
  int second_ = 0;
  std::optional<int> offset_;
  Precision precision_ = Precision::year;
};

/// Days in a month of the Gregorian calendar (28–31).
int days_in_month(int year, int month);

}  // namespace backfile
