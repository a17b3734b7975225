#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace backfile {

/// What a word can be in a date.
enum class DateRole : std::uint8_t {
  month,        ///< 1–12
  hijri_month,  ///< 1–12, of the Islamic calendar
  weekday,      ///< means nothing for the date
  filler,       ///< means nothing: "of", "Uhr", "publié"
  ordinal,      ///< behind a number: "th", "er"
  half,         ///< of the day: 0 before noon, 12 behind it
  clock,        ///< says that a time follows: "um", "ore"
  zone,         ///< minutes east of UTC
  vague_zone,   ///< a zone that changes over the year, or one of several
  unit,         ///< of the number before it: a DateUnit
  era,          ///< the year before its first: 2018 for Reiwa
  hijri         ///< says that the year is one of the Islamic calendar: "هـ", "AH"
};

enum class DateUnit : std::uint8_t { year, month, day, hour, minute, second };

/// One of the meanings of a word.
struct DateMeaning {
  int value = 0;
  bool english = false;  ///< an English word, too
};

/// What `word`, folded (fold_word), is in the role of `role`, in any of the languages that we know;
/// several words are joined by one space. Names of months and days may be cut off after three
/// letters or more where that fits one only. The names are those of Unicode's CLDR, as ICU has it.
std::optional<DateMeaning> date_word(std::string_view word, DateRole role);

/// Whether `letter` is of a script that puts no spaces between the words of a date: Kana, Han or
/// Hangul.
bool is_eastern(char32_t letter);

/// How many bytes the longest eastern word takes that `text` begins with; 0 when there is none.
std::size_t date_word_prefix(std::string_view text);

}  // namespace backfile
