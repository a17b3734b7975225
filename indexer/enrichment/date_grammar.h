#pragma once

#include <optional>
#include <string_view>

namespace backfile {

/// The parts of a written date, as far as it has them.
struct DateParts {
  std::optional<int> year;
  int month = 0;  ///< 1–12, or 0
  int day = 0;    ///< 1–31, or 0
  std::optional<int> hour;
  int minute = 0;
  std::optional<int> second;
  std::optional<int> offset;  ///< minutes east of UTC
  bool either_order = false;  ///< month and day were both at most 12, in figures
  bool short_year = false;    ///< there was a year, of two digits
  bool hijri = false;         ///< year, month and day are those of the Islamic calendar
};

/// The parts of a date written in figures or in words of one of our languages (date_words.h);
/// nullopt when `text` has anything in it that does not belong to a date.
std::optional<DateParts> parse_date(std::string_view text);

}  // namespace backfile
