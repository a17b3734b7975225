#include "indexer/enrichment/written_date.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

using namespace backfile;

namespace {

std::string read(std::string_view text, std::string_view url = {}) {
  const WrittenDate found = read_date(text, url);
  return found.date ? found.date->iso() : std::string(phrase(found.status));
}

const std::string unreadable{phrase(DateStatus::unreadable)};
const std::string two_digits{phrase(DateStatus::two_digit_year)};
const std::string ambiguous{phrase(DateStatus::ambiguous)};

}  // namespace

TEST_CASE("written forms of one day") {
  for (const char* text : {"2021-02-09",
                           "20210209",
                           "2021/02/09",
                           "2021/2/9",
                           "2021.02.09",
                           "9 February 2021",
                           "9 Feb 2021",
                           "09-Feb-2021",
                           "Feb. 9, 2021",
                           "February 9, 2021",
                           "FEBRUARY 9TH 2021",
                           "Tuesday, February 9, 2021",
                           "Tuesday 9 February 2021",
                           "Tue, 9 Feb 2021",
                           "the 9th of February, 2021",
                           "Published: 9 February 2021",
                           "Published on Feb 9, 2021",
                           "  9 February 2021  ",
                           "9. February 2021",
                           "09.02.2021",
                           "9.2.2021",
                           "2021 February 9",
                           "(9 February 2021)",
                           "Last updated: 9 Feb 2021"}) {
    CAPTURE(text);
    CHECK(read(text) == "2021-02-09");
  }
}

TEST_CASE("dates known to the month or year stay so") {
  CHECK(read("February 2021") == "2021-02");
  CHECK(read("Feb. 2021") == "2021-02");
  CHECK(read("2021-02") == "2021-02");
  CHECK(read("2021") == "2021");
}

TEST_CASE("dates with times keep the time and the offset they state") {
  const std::map<std::string, std::string> cases{
      {"2021-02-09T08:30:00Z", "2021-02-09T08:30:00+00:00"},
      {"2010-05-26T14:00:00+0900", "2010-05-26T14:00:00+09:00"},
      {"Tue, 09 Feb 2021 08:30:00 GMT", "2021-02-09T08:30:00+00:00"},
      {"Tue, 09 Feb 2021 08:30:00 -0500", "2021-02-09T08:30:00-05:00"},
      {"Tue, 09 Feb 2021 08:30:00 EST", "2021-02-09T08:30:00-05:00"},
      {"1612859400", "2021-02-09T08:30:00+00:00"},
      {"1612859400000", "2021-02-09T08:30:00+00:00"},
      {"1612859400.25", "2021-02-09T08:30:00+00:00"},
      {"1612859400000000", "2021-02-09T08:30:00+00:00"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
}

TEST_CASE("clock times in words") {
  const auto clock = [](std::string_view text) {
    const auto date = read_date(text).date;
    return date ? date->hour() * 100 + date->minute() : -1;
  };
  CHECK(clock("2021-02-09 22:46:54") == 2246);
  CHECK(clock("09 Feb 2021 08:30 GMT") == 830);
  CHECK(clock("10:15 AM EST, Feb 9 2021") == 1015);
  CHECK(clock("Feb 9, 2021 at 8:05 p.m. ET") == 2005);
  CHECK(clock("9 February 2021, 8.30pm") == 2030);
  CHECK(clock("February 9, 2021 12am") == 0);
  CHECK(clock("February 9, 2021 12pm") == 1200);
  CHECK(clock("9 Feb 2021 • 7pm") == 1900);
  CHECK(read_date("Feb 9, 2021 8:05 p.m. ET").date->offset() == std::nullopt);
  CHECK(read_date("10:15 AM EST, Feb 9 2021").date->offset() == -300);
  CHECK(read_date("9 Feb 2021 10:15 GMT+1").date->offset() == 60);
}

TEST_CASE("figures: what is possible decides between day and month") {
  CHECK(read("31/12/2020") == "2020-12-31");
  CHECK(read("12/31/2020") == "2020-12-31");
  CHECK(read("31-12-2020") == "2020-12-31");
  CHECK(read("2/2/2020") == "2020-02-02");
  CHECK(read("8.2.2019") == "2019-02-08");
  CHECK(read("2/3/2020") == ambiguous);
  CHECK(read("31/31/2020") == phrase(DateStatus::no_such_day));
}

TEST_CASE("figures: the address decides where both orders are possible") {
  CHECK(read("2/3/2020", "https://example.org/2020/02/03/story") == "2020-02-03");
  CHECK(read("2/3/2020", "https://example.org/2020/03/02/story") == "2020-03-02");
  CHECK(read("2/3/2020", "https://example.org/2020/3/2/story") == "2020-03-02");
  CHECK(read("2/3/2020", "https://example.org/story-2020-02-03") == "2020-02-03");
  CHECK(read("2/3/2020", "https://example.org/20200302.html") == "2020-03-02");
  CHECK(read("2/3/2020", "https://example.org/2020/04/05/story") == ambiguous);
  CHECK(read("2/3/2020", "https://example.org/story") == ambiguous);
}

TEST_CASE("a year of two digits is never guessed") {
  for (const char* text : {"8/19/19", "1/4/19", "31.12.20", "9 Feb 21", "Tue, 09 Feb 21 08:30 GMT",
                           "2/27/19", "Feb 9, '21"}) {
    CAPTURE(text);
    CHECK(read(text) == two_digits);
  }
}

TEST_CASE("what is no date is not read as one") {
  for (const char* text : {"yesterday",
                           "2 hours ago",
                           "Reading Council",
                           "9 February",
                           "May",
                           "12:30",
                           "2/27…",
                           "n/a",
                           "9 February 2021 Reading Council",
                           "7097",
                           "1",
                           "12",
                           "99999999999999999999",
                           "February February 2021",
                           "9 10 2021 11",
                           "2021-13-45",
                           "10:99 9 Feb 2021",
                           "0000000000 x",
                           "Sunday",
                           "2021 was a year",
                           "2021 2022",
                           ":",
                           "...",
                           "9/",
                           "9//2021",
                           "1/2/3/4/5",
                           "2012年",
                           "كاريكاتير 2015/8/2",
                           "9 février 2021"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text).date.has_value());
    CHECK(read_date(text).status != DateStatus::empty);
  }
  CHECK(read_date("").status == DateStatus::empty);
  CHECK(read_date(" \t ").status == DateStatus::empty);
}

TEST_CASE("days that do not exist") {
  CHECK(read("31 February 2021") == phrase(DateStatus::no_such_day));
  CHECK(read("29 February 2020") == "2020-02-29");
  CHECK(read("29 February 2021") == phrase(DateStatus::no_such_day));
}

TEST_CASE("only credible dates: not before newspapers, not in the future") {
  ::setenv("BACKFILE_TODAY", "2021-02-09", 1);
  CHECK(read("0001-11-30") == phrase(DateStatus::too_old));
  CHECK(read("1599-12-31") == phrase(DateStatus::too_old));
  CHECK(read("1605-07-01") == "1605-07-01");
  CHECK(read("2050") == phrase(DateStatus::in_future));
  CHECK(read("2050-01-01") == phrase(DateStatus::in_future));
  CHECK(read("2021-02-11") == phrase(DateStatus::in_future));
  CHECK(read("2021-02-10") == "2021-02-10");
  CHECK(read("9 February 2121") == phrase(DateStatus::in_future));
  ::unsetenv("BACKFILE_TODAY");
}
