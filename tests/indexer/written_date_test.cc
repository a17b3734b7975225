#include "indexer/enrichment/written_date.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

using namespace backfile;

namespace {

std::string read(std::string_view text, std::string_view url = {}) {
  const WrittenDate found = read_dated_line(text, url);
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

TEST_CASE("one day in many languages") {
  for (const char* text : {"9. Februar 2021",
                           "Dienstag, 9. Februar 2021",
                           "Di., 9. Feb. 2021",
                           "Di 09.02.2021",
                           "Stand: 09.02.2021",
                           "den 9. Feber 2021",
                           "9 février 2021",
                           "le mardi 9 février 2021",
                           "mar. 9 févr. 2021",
                           "Publié le 9 février 2021",
                           "9 FEVRIER 2021",
                           "mardi 09/02/2021",
                           "9 de febrero de 2021",
                           "martes, 9 de febrero de 2021",
                           "mar 9 feb 2021",
                           "9 febbraio 2021",
                           "martedì 9 febbraio 2021",
                           "9 feb 2021",
                           "9 de fevereiro de 2021",
                           "terça-feira, 9 de fevereiro de 2021",
                           "9/fev/2021",
                           "9 februari 2021",
                           "dinsdag 9 februari 2021",
                           "di 9 feb. 2021",
                           "tirsdag den 9. februar 2021",
                           "tisdag 9 februari 2021",
                           "wtorek, 9 lutego 2021",
                           "9 февраля 2021 г.",
                           "вторник, 9 февраля 2021 года",
                           "9 лютого 2021 р.",
                           "9 Şubat 2021 Salı",
                           "2021年2月9日",
                           "2021年2月9日(火)",
                           "2021年2月9日火曜日",
                           "２０２１年２月９日",
                           "令和3年2月9日",
                           "2021(令和3)年2月9日",
                           "二〇二一年二月九日",
                           "2021年2月9日 星期二",
                           "2021年02月09日周二",
                           "2021년 2월 9일 화요일",
                           "9 فبراير 2021",
                           "الثلاثاء 9 فبراير 2021",
                           "الثلاثاء، ٩ فبراير ٢٠٢١",
                           "٢٠٢١/٠٢/٠٩",
                           "٢٠٢١-٠٢-٠٩",
                           "9 شباط 2021",
                           "9 فيفري 2021",
                           "9 فبراير 2021 م",
                           "٩ فبراير/شباط ٢٠٢١",
                           "9 شباط/فبراير 2021",
                           "يوم الثلاثاء الموافق 9 فبراير 2021",
                           "الثلاثاء 09/02/2021"}) {
    CAPTURE(text);
    CHECK(read(text) == "2021-02-09");
  }
}

TEST_CASE("every month of every language") {
  const std::map<std::string, std::vector<std::string>> months{
      {"de",
       {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember"}},
      {"at",
       {"Jänner", "Feb", "Mrz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sept", "Okt", "Nov", "Dez"}},
      {"fr",
       {"janv.", "fév.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc."}},
      {"es",
       {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "setiembre",
        "octubre", "noviembre", "diciembre"}},
      {"it", {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"}},
      {"pt",
       {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro"}},
      {"nl",
       {"januari", "februari", "mrt", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december"}},
      {"ar",
       {"يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر"}},
      {"lb",
       {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
        "تشرين الأول", "تشرين الثاني", "كانون الأول"}},
  };
  for (const auto& [language, names] : months) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string text = "7 " + names[i] + " 2019";
      CAPTURE(language, text);
      const auto date = read_date(text).date;
      REQUIRE(date.has_value());
      CHECK(date->month() == static_cast<int>(i) + 1);
    }
  }
}

TEST_CASE("years of Japanese eras") {
  CHECK(read("令和元年5月1日") == "2019-05-01");
  CHECK(read("平成31年4月30日") == "2019-04-30");
  CHECK(read("昭和64年1月7日") == "1989-01-07");
  CHECK(read("大正12年9月1日") == "1923-09-01");
  CHECK(read("明治45年") == "1912");
}

TEST_CASE("times in many languages") {
  const std::map<std::string, std::string> cases{
      {"9. Februar 2021, 14:30 Uhr MEZ", "2021-02-09T14:30+01:00"},
      {"9 février 2021 à 14h30 CET", "2021-02-09T14:30+01:00"},
      {"2021年2月9日 14時30分 JST", "2021-02-09T14:30+09:00"},
      {"2021年2月9日 14:30:05 +0800", "2021-02-09T14:30:05+08:00"},
      {"9 Feb 2021 14:30 UTC+8", "2021-02-09T14:30+08:00"},
      {"9 Feb 2021 14:30 AEDT", "2021-02-09T14:30+11:00"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(read(text) == expected);
  }
  for (const char* text :
       {"9. Februar 2021 um 14.30 Uhr", "09.02.2021 um 14:30", "9 février 2021 à 14h30",
        "Le 9 février 2021 à 14 h 30", "9 de febrero de 2021 a las 14:30 h",
        "9 de febrero de 2021 2:30 p. m.", "9 febbraio 2021 ore 14.30",
        "9 febbraio 2021 alle 14:30", "9 de fevereiro de 2021 às 14h30",
        "9 februari 2021 om 14.30 uur", "2021年2月9日14時30分", "2021年2月9日 午後2時30分",
        "2021年2月9日 下午2:30", "2021年2月9日下午2点30分", "2021년 2월 9일 오후 2:30",
        "9 فبراير 2021 الساعة 2:30 مساء", "9 فبراير 2021 02:30 م"}) {
    CAPTURE(text);
    const auto date = read_date(text).date;
    REQUIRE(date.has_value());
    CHECK(date->day() == 9);
    CHECK(date->hour() == 14);
    CHECK(date->minute() == 30);
  }
  CHECK(read_date("9. Februar 2021, 14 Uhr").date->hour() == 14);
  CHECK(read_date("à 14h 09 février 2021").date->day() == 9);
  CHECK(read_date("14時 2021年2月9日").date->hour() == 14);
  CHECK(read_date("2021年2月9日 午前0時").date->hour() == 0);
  CHECK(read_date("9 Feb 2021 14:30 IST").date->offset() == std::nullopt);
}

TEST_CASE("of a date in two calendars ours is read") {
  CHECK(read("27 جمادى الآخرة 1442 هـ الموافق 9 فبراير 2021") == "2021-02-09");
  CHECK(read("9 فبراير 2021 الموافق 27 جمادى الآخرة 1442 هـ") == "2021-02-09");
  CHECK(read("27 جمادى الآخرة 1442 هـ الموافق") == "2021-02-09");
  CHECK(read("26 جمادى الآخرة 1442 هـ الموافق 9 فبراير 2021") == "2021-02-09");
  CHECK(read("9 فبراير 2021 الموافق 26 جمادى الآخرة 1442 هـ") == "2021-02-09");
  CHECK(read("الثلاثاء - 27 جمادى الآخرة 1442 هـ - 09 فبراير 2021 مـ") == "2021-02-09");
  CHECK(read("9 فبراير 2021 - 27 جمادى الآخرة 1442 هـ") == "2021-02-09");
}

TEST_CASE("dates of the Islamic calendar") {
  CHECK(read("15 رمضان 1442 هـ") == "2021-04-27");
  CHECK(read("١٥ رمضان ١٤٤٢هـ") == "2021-04-27");
  CHECK(read("15 رمضان 1442") == "2021-04-27");
  CHECK(read("الثلاثاء 15 من شهر رمضان 1442 هـ") == "2021-04-27");
  CHECK(read("27/6/1442 هـ") == "2021-02-09");
  CHECK(read("1442/6/27 هـ") == "2021-02-09");
  CHECK(read("2/3/1442 هـ") == "2020-10-19");
  CHECK(read("1 محرم 1440 هـ") == "2018-09-11");
  CHECK(read("10 ذي الحجة 1440 هـ") == "2019-08-11");
  CHECK(read("10 ذو الحجة 1440 هـ") == "2019-08-11");
  CHECK(read("5 ربيع الثاني 1443") == "2021-11-10");
  CHECK(read("15 Ramadan 1442 AH") == "2021-04-27");
  CHECK(read("15 رمضان 1442 هـ الساعة 2:30 مساء") == "2021-04-27T14:30");
  CHECK(read("30 رجب 1442 هـ") == phrase(DateStatus::no_such_day));
  CHECK(read("15 رمضان 1700 هـ") == phrase(DateStatus::in_future));
  CHECK(read("15 رمضان 1 هـ") == unreadable);
  CHECK(read("رمضان 1442 هـ") == unreadable);
  CHECK(read("1442 هـ") == unreadable);
  CHECK(read("9 فبراير 1442 هـ رمضان") == unreadable);
}

TEST_CASE("a byline before a date") {
  CHECK(read("By Ann Lee November 15, 2019") == "2019-11-15");
  CHECK(read("By Ann Lee | 15 November 2019, 8:30pm") == "2019-11-15T20:30");
  CHECK(read("Von Jo Müller, 15. November 2019") == "2019-11-15");
  CHECK(read("By November 15, 2019") == unreadable);
  CHECK(read("By Ann Lee November 2019") == unreadable);
  CHECK(read("Ann Lee November 15, 2019") == unreadable);
}

TEST_CASE("figures beside words of a language that puts the day first") {
  CHECK(read("le 02/03/2021") == "2021-03-02");
  CHECK(read("Dienstag, 02/03/2021") == "2021-03-02");
  CHECK(read("Tuesday, 02/03/2021") == ambiguous);
}

TEST_CASE("dates known to the month or year stay so") {
  CHECK(read("February 2021") == "2021-02");
  CHECK(read("Feb. 2021") == "2021-02");
  CHECK(read("2021-02") == "2021-02");
  CHECK(read("2021") == "2021");
  CHECK(read("2012年") == "2012");
  CHECK(read("mars 2021") == "2021-03");
  CHECK(read("2021年2月") == "2021-02");
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
  CHECK(clock("01:38:07 PM IST Nov 20, 2019") == 1338);
  CHECK(clock("November 20, 2019 - 11:28 AMT") == 1128);
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
                           "كاريكاتير 2015/8/2",
                           "2012年の冬",
                           "١٤٤٢/٦/٢٧",
                           "9 jui 2021",
                           "février le",
                           "令和年2月9日",
                           "11 września 2021 roku pańskiego"}) {
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

TEST_CASE("dates of the wire formats") {
  const std::map<std::string, std::string> cases{
      {"19960820T123456Z", "1996-08-20T12:34:56+00:00"},
      {"20131020T192751+1100", "2013-10-20T19:27:51+11:00"},
      {"20141126T152703", "2014-11-26T15:27:03"},
      {"20210131T024100+0000", "2021-01-31T02:41:00+00:00"},
      {"2018-01-22T00:21:43.000Z", "2018-01-22T00:21:43+00:00"},
      {"2022-07-11 18:33", "2022-07-11T18:33"},
      {"Tue, 27 Nov 2018 17:26:18 +0000", "2018-11-27T17:26:18+00:00"},
      {"Wed, 02 Oct 2002 13:00:00 EST", "2002-10-02T13:00:00-05:00"},
      {" 26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"},
      {"3-MAR-1987  09:18:21.26", "1987-03-03T09:18:21"},
      {"19940512", "1994-05-12"},
  };
  for (const auto& [text, iso] : cases) {
    CAPTURE(text);
    CHECK(read(text) == iso);
  }
}
