#include "common/date.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <climits>
#include <cstdlib>
#include <utility>

#include "common/error.h"

using backfile::Date;
using backfile::Precision;

namespace {

std::string iso_of(std::string_view text) {
  const auto date = Date::from_iso(text);
  return date ? date->iso() : "none";
}

/// Sets BACKFILE_TODAY for the life of a test.
class StandInDay {
 public:
  explicit StandInDay(const char* day) { setenv("BACKFILE_TODAY", day, 1); }
  StandInDay(const StandInDay&) = delete;
  StandInDay& operator=(const StandInDay&) = delete;
  ~StandInDay() { unsetenv("BACKFILE_TODAY"); }
};

rc::Gen<Date> any_day() {
  return rc::gen::map(rc::gen::inRange(0L, 3652059L),
                      [](long days) { return Date::of(1, 1, 1)->plus_days(days); });
}

}  // namespace

TEST_CASE("Dates are read as archives write them") {
  const auto [text, iso] = GENERATE(table<std::string, std::string>({
      {"2021", "2021"},
      {"2021-02", "2021-02"},
      {"2021-02-09", "2021-02-09"},
      {"20210209", "2021-02-09"},
      {"0001-11-30", "0001-11-30"},
      {"2021-02-09T08:30", "2021-02-09T08:30"},
      {"2021-02-09T08:30Z", "2021-02-09T08:30+00:00"},
      {"2021-02-09T08:30:00Z", "2021-02-09T08:30:00+00:00"},
      {"2021-02-09t08:30:00z", "2021-02-09T08:30:00+00:00"},
      {"2021-02-09 08:30:00.123+01:00", "2021-02-09T08:30:00+01:00"},
      {"2021-02-09T08:30:00,5", "2021-02-09T08:30:00"},
      {"2021-02-09T08:30:00+0900", "2021-02-09T08:30:00+09:00"},
      {"2021-02-09T08:30:00-03:30", "2021-02-09T08:30:00-03:30"},
      {"2021-02-09 08:30:00 +0100", "2021-02-09T08:30:00+01:00"},
      {"2021-02-09T08:30:00+01", "2021-02-09T08:30:00+01:00"},
      {"2021-02-09T08:30:00-00:00", "2021-02-09T08:30:00"},
      {"20210209T083000Z", "2021-02-09T08:30:00+00:00"},
      {"20210209T0830", "2021-02-09T08:30"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"},
  }));
  CHECK(iso_of(text) == iso);
}

TEST_CASE("What is no date is none") {
  const std::string text =
      GENERATE("", "21", "202", "202102", "2021-", "2021-2-9", "2021-02-", "2021-00", "2021-13",
               "2021-02-00", "2021-02-30", "2021-02-29", "1900-02-29", "0000-01-01", "2021-02-09T",
               "2021-02-09T8:30", "2021-02-09T24:00", "2021-02-09T08:60", "2021-02-09T08:30:61",
               "2021-02-09T08:30:00.", "2021-02-09T08:30:00+1", "2021-02-09T08:30:00+24:00",
               "2021-02-09T08:30:00+01:60", "2021-02-09T08:30:00+01:", "2021-02-09T08:30:00 BST",
               "2021-02T08:30", "2021T08:30", " 2021-02-09", "2021-02-09 ", "2021/02/09",
               "0001-13-01", "20210200", "20211301", "+2021-02-09", "２０２１");
  CHECK(iso_of(text) == "none");
}

TEST_CASE("Leap years are exact") {
  CHECK(Date::of(2000, 2, 29));
  CHECK(Date::of(2024, 2, 29));
  CHECK_FALSE(Date::of(1900, 2, 29));
  CHECK_FALSE(Date::of(2100, 2, 29));
  CHECK_FALSE(Date::of(2023, 2, 29));
}

TEST_CASE("A date is as precise as it is known") {
  CHECK(Date::of(2021)->precision() == Precision::year);
  CHECK(Date::of(2021, 2)->precision() == Precision::month);
  CHECK(Date::of(2021, 2, 9)->precision() == Precision::day);
  CHECK_FALSE(Date::of(2021, 0, 9));
  CHECK_FALSE(Date::of(10000));
  CHECK_FALSE(Date::of(-1));
}

TEST_CASE("A clock time needs a day and must exist") {
  const Date day = *Date::of(1923, 9, 1);
  const auto quake = day.at(11, 58, 32, 540);
  REQUIRE(quake);
  CHECK(quake->iso() == "1923-09-01T11:58:32+09:00");
  CHECK(quake->offset() == 540);
  CHECK(day.at(11, 58, std::nullopt, std::nullopt)->iso() == "1923-09-01T11:58");
  CHECK_FALSE(day.at(24, 0, 0, 0));
  CHECK_FALSE(day.at(0, -1, 0, 0));
  CHECK_FALSE(day.at(0, 0, 60, 0));
  CHECK_FALSE(day.at(0, 0, 0, 24 * 60));
  CHECK_FALSE(Date::of(1923, 9)->at(11, 58, 32, 540));
}

TEST_CASE("Sort keys keep the clock time of the paper") {
  CHECK(Date::from_iso("2021")->sort_key() == "2021");
  CHECK(Date::from_iso("2021-02")->sort_key() == "202102");
  CHECK(Date::from_iso("2021-02-09")->sort_key() == "20210209");
  CHECK(Date::from_iso("2021-02-09T08:30")->sort_key() == "202102090830");
  CHECK(Date::from_iso("2021-02-09T08:30:05+09:00")->sort_key() == "20210209083005");
}

TEST_CASE("Days are counted over the calendar's joints") {
  CHECK(Date::of(1, 3, 1)->day_number() == 365);
  CHECK(Date::of(1970, 1, 1)->day_number() == 719468);
  CHECK(Date::of(2000, 2, 28)->plus_days(1).iso() == "2000-02-29");
  CHECK(Date::of(1900, 2, 28)->plus_days(1).iso() == "1900-03-01");
  CHECK(Date::of(2021, 1, 1)->plus_days(-1).iso() == "2020-12-31");
  CHECK(Date::from_iso("2021-02-09T08:30Z")->plus_days(0).iso() == "2021-02-09");
  CHECK(Date::of(9999, 12, 31)->plus_days(1).iso() == "9999-12-31");
  CHECK(Date::of(2021)->plus_days(LONG_MIN).iso() == "0001-01-01");
  CHECK(Date::of(2021)->plus_days(LONG_MAX).iso() == "9999-12-31");
}

TEST_CASE("The last day that a date may mean") {
  CHECK(Date::of(2021)->last_day().iso() == "2021-12-31");
  CHECK(Date::of(2021, 2)->last_day().iso() == "2021-02-28");
  CHECK(Date::of(2020, 2)->last_day().iso() == "2020-02-29");
  CHECK(Date::from_iso("2021-02-09T08:30")->last_day().iso() == "2021-02-09");
}

TEST_CASE("Today can be stood in for") {
  CHECK(Date::today().precision() == Precision::day);
  {
    const StandInDay day("2021-02-09");
    CHECK(Date::today().iso() == "2021-02-09");
  }
  const StandInDay nonsense("soon");
  CHECK_THROWS_AS(Date::today(), backfile::Error);
}

TEST_CASE("Days round-trip through texts and numbers") {
  CHECK(rc::check("iso", [] {
    const Date day = *any_day();
    RC_ASSERT(Date::from_iso(day.iso()) == day);
    RC_ASSERT(Date::from_iso(day.sort_key()) == day);
  }));
  CHECK(rc::check("numbers", [] {
    const Date day = *any_day();
    const Date other = *any_day();
    const Date moved = day.plus_days(other.day_number() - day.day_number());
    RC_ASSERT(moved == other);
    RC_ASSERT((day.sort_key() < other.sort_key()) == (day.day_number() < other.day_number()));
  }));
  CHECK(rc::check("any text", [](const std::string& text) { Date::from_iso(text); }));
}
