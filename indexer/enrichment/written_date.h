#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

namespace backfile {

/// What came of a date as a source wrote it.
enum class DateStatus : std::uint8_t {
  credible,
  empty,
  unreadable,      ///< no date that we can read
  no_such_day,     ///< "31 February 2021"
  two_digit_year,  ///< "8/19/19": the century is not ours to guess
  ambiguous,       ///< "2/3/2020": two days, and nothing says which
  too_old,         ///< before 1600, when no newspaper existed
  in_future        ///< later than tomorrow
};

struct WrittenDate {
  std::optional<Date> date;  ///< set when, and only when, it is credible
  DateStatus status = DateStatus::empty;
};

/// Reads a date as sources write it: ISO 8601, RFC 822 ("Tue, 09 Feb 2021 08:30:00 GMT"), the
/// forms of English ("Tuesday, February 9, 2021", "9th of February 2021, 8.30pm", "Feb. 2021") and
/// of other languages ("mardi 9 février 2021 à 14h30", "2021年2月9日", "٩ فبراير ٢٠٢١"; also years
/// of Japanese eras), of the Islamic calendar where the month's name or "هـ" says so (to the day
/// only; by the calendar of Umm al-Qura, as ICU has it), figures ("31/12/2020", "9.2.2021",
/// "2021/02/09") and seconds, milliseconds or microseconds since 1970 (UTC). The whole text must be
/// a date. Day and month in figures are told apart by what is possible; if both orders are, by the
/// address of the article when it contains the date ("…/2020/02/03/…"); else it is ambiguous.
/// Figures with dots, or beside words of a language other than English, put the day first. Of an
/// Arabic date in both calendars ("… الموافق …") that of ours is read.
WrittenDate read_date(std::string_view text, std::string_view url = {});

/// The same of a line that may have a byline before the date ("By Ann Lee November 15, 2019").
WrittenDate read_dated_line(std::string_view text, std::string_view url = {});

/// What `status` means, for people: "its year has two digits".
std::string_view phrase(DateStatus status);

}  // namespace backfile
