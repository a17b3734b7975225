#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/readers/csv.h"
#include "indexer/readers/csv_head.h"
#include "indexer/readers/csv_list.h"
#include "tests/support/collected.h"

using namespace backfile;
using namespace std::string_literals;

namespace {

Collected read(std::string_view bytes, const std::vector<std::string>& mapped = {}) {
  FieldMap map;
  for (const std::string& assignment : mapped) map.add(assignment);
  return read_with(read_csv, bytes, map);
}

using Cells = std::vector<std::string>;

Cells cells(std::string_view text) { return read_csv_row(text, 0, {}).cells; }

std::string quoted(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\""s : std::string(1, c);
  return out + '"';
}

}  // namespace

TEST_CASE("rows as RFC 4180 has them") {
  CHECK(cells("a,b,c\n") == Cells{"a", "b", "c"});
  CHECK(cells("a,,\r\nx") == Cells{"a", "", ""});
  CHECK(cells("\"a,\n\"\"b\"\"\",c") == Cells{"a,\n\"b\"", "c"});
  CHECK(cells("") == Cells{""});
  CHECK(cells("a \"b\" c,d") == Cells{"a \"b\" c", "d"});
  CHECK(cells("\"a\" ,b") == Cells{"a", "b"});
  CHECK(cells("\"a\"x,b") == Cells{"ax", "b"});
  CHECK(read_csv_row("a\r\nb", 0, {}).end == 3);
  CHECK(read_csv_row("a\rb", 0, {}).end == 2);
  CHECK_FALSE(read_csv_row("\"a,b\nc", 0, {}).closed);
  CHECK_FALSE(read_csv_row("1,\"a\n2,\"b\",c\n", 0, {}).closed);
}

TEST_CASE("what was written as cells in quotation marks is read as these cells") {
  rc::check([](const std::vector<std::string>& written) {
    RC_PRE(!written.empty());
    std::string row;
    for (const std::string& cell : written) row += (row.empty() ? "" : ",") + quoted(cell);
    const CsvRow found = read_csv_row(row + "\n", 0, {});
    RC_ASSERT(found.closed);
    RC_ASSERT(found.cells == written);
    RC_ASSERT(found.end == row.size() + 1);
  });
}

TEST_CASE("columns are told by their names, in any order and with any delimiter") {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::string bytes =
        "publish_date,Body_Text,title,url,author\n2021-02-09,\"One\nTwo\",A,http://e.org/1,Ann "
        "Lee\n";
    std::replace(bytes.begin(), bytes.end(), ',', delimiter);
    CAPTURE(delimiter);
    const Collected found = read(bytes);
    REQUIRE(found.articles.size() == 1);
    const Article& article = found.articles[0];
    CHECK(article.title == "A");
    CHECK(article.body == "One\nTwo");
    CHECK(article.published_text == "2021-02-09");
    CHECK(article.url == "http://e.org/1");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(article.source.display() == "/archive/file#1");
    CHECK(article.found_by[0].method == "csv:title");
  }
}

TEST_CASE("columns that the user maps") {
  const Collected found = read("kop,tekst,x\nA,B,C\nD,E,F\nG,H,I\n", {"title=kop", "body=tekst"});
  REQUIRE(found.articles.size() == 3);
  CHECK(found.articles[2].title == "G");
  CHECK(found.articles[2].body == "H");
}

TEST_CASE("a table without headline and text says what its columns are") {
  const Collected found = read("kop,tekst,x\nA,B,C\nD,E,F\nG,H,I\n");
  CHECK(found.articles.empty());
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].skipped);
  CHECK(found.failures[0].reason ==
        "a table without a column for headline or text; its columns are kop, tekst, x");
}

TEST_CASE("byte order marks, charsets, Excel's first line") {
  CHECK(read("\xEF\xBB\xBFtitle,text\nA,B\n").articles.at(0).title == "A");
  CHECK(read("\xFF\xFEt\0i\0t\0l\0e\0,\0t\0e\0x\0t\0\n\0\xC4\0,\0B\0"s).articles.at(0).title ==
        "Ä");
  CHECK(read("title;text\nZ\xFCrich w\xE4hlt;Sch\xF6n\n").articles.at(0).title == "Zürich wählt");
  CHECK(read("sep=;\r\ntitle;text\r\nA;B\r\n").articles.at(0).body == "B");
}

TEST_CASE("lists in a cell") {
  CHECK(csv_list("['A B', \"C O'D\"]") == std::vector<std::string>{"A B", "C O'D"});
  CHECK(csv_list("[ 'it\\'s' ]") == std::vector<std::string>{"it's"});
  CHECK(csv_list("[]") == std::vector<std::string>{});
  for (const char* other : {"", "[", "['a'", "['a',]", "[1]", "['a'] b", "[Laughter] no"}) {
    CAPTURE(other);
    CHECK_FALSE(csv_list(other).has_value());
  }
  const Collected found = read("title,text,author\nA,B,\"['Ann Lee', 'Bo, Jr. Ek']\"\nC,D,[]\n");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].authors == std::vector<std::string>{"Ann Lee", "Bo, Jr. Ek"});
  CHECK(found.articles[1].authors.empty());
}

TEST_CASE("a row with another number of cells loses only itself") {
  const Collected found = read("title,text,date\nA,B,2021\nC,D\nE,F,G,H\nI,J,2022,\n\nK,L,2023\n");
  REQUIRE(found.articles.size() == 3);
  CHECK(found.articles[1].title == "I");
  CHECK(found.articles[1].source.record == 4);
  CHECK(found.articles[2].source.record == 5);
  REQUIRE(found.failures.size() == 2);
  CHECK(found.failures[0].reason == "not a row of the table: 2 cells for 3 columns");
  CHECK(found.failures[0].position == 25);
  CHECK(found.failures[0].source.record == 2);
  CHECK_FALSE(found.failures[0].skipped);
  CHECK(found.failures[1].position == 29);
}

TEST_CASE("each of several bad rows is named, whatever the line ends") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    std::string bytes;
    for (const std::string row : {"title,text,date", "a", "b", "c", "A,B,2021"}) bytes += row + end;
    const Collected found = read(bytes);
    CHECK(found.articles.size() == 1);
    CHECK(found.failures.size() == 3);
  }
}

TEST_CASE("a quotation mark that is not closed loses only its row") {
  const std::string head = "title,text,date\n";
  for (const std::string bad : {"B,\"open,2021\n", "B,\"open\nand, more\n,2021\n"}) {
    for (const std::string rest : {"C,\"closed, well\",2021\nD,E,2021\n", "C,D,2021\nE,F,2021\n"}) {
      CAPTURE(bad, rest);
      const Collected found = read(head + bad + rest);
      CHECK(found.articles.size() == 2);
      REQUIRE(found.failures.size() == 1);
      CHECK(found.failures[0].position == head.size());
      CHECK(found.failures[0].reason == "not a row of the table: a quotation mark is not closed");
    }
  }
}

TEST_CASE("in tables with tabs, quotation marks may be plain characters") {
  const Collected found = read("title\ttext\tdate\n\"A\" b\t\"c\t2021\nD\tE \"f\t2021\n");
  REQUIRE(found.articles.size() == 2);
  CHECK(found.articles[0].title == "\"A\" b");
  CHECK(found.articles[0].body == "\"c");
  CHECK(found.failures.empty());
}

TEST_CASE("a table that is nothing but damage ends soon") {
  std::string bytes = "title,text,date\n";
  for (int i = 0; i < 1'000'000; ++i) bytes += "a,\"b\nc\"x\n";
  const Collected found = read(bytes);
  CHECK(found.articles.empty());
  CHECK(found.failures.size() == 1);
}

TEST_CASE("a line of very many cells is refused") {
  const Collected found = read("title,text,date\n" + std::string(1'000'000, ',') + "\nA,B,2021\n");
  CHECK(found.articles.size() == 1);
  REQUIRE(found.failures.size() == 1);
}

TEST_CASE("prose is no table") {
  for (const char* text : {"Fog, rain and text\n\nThe town, in short, was wet.\n",
                           "A headline; a summary\nBy Ann Lee\n\nText\n", "a,b,c\nd,e\nf\n",
                           "One, two, three.\nOne, two, three.\nOne, two, three.\nOne, two, x.\n",
                           "Title\nText\nDate\n", "", "\n", "title\n"}) {
    CAPTURE(text);
    CHECK_FALSE(csv_head(text).has_value());
  }
}

TEST_CASE("a table without names of its columns is told from prose") {
  for (const char* text : {"1,Ferry,2021-02-09\n2,Toll,2021-02-10\n3,Fog,2021-02-11\n",
                           "\"Ferry\nsails\";x;https://a.example/1\n\"A\";b;https://a.example/2\n"
                           "c;d;http://a.example/3",
                           "a\tb\t1\n\nc\td\t2\ne\tf\t3\n"}) {
    CAPTURE(text);
    CHECK(is_table_without_head(text));
  }
  for (const char* text :
       {"One, two, three.\nOne, two, three.\nOne, two, three.\n",
        "1,Ferry,2021-02-09\n2,Toll,2021-02-10\n", "1,Ferry,2021\n2,Toll,2021\n3,Fog\n",
        "1,2\n3,4\n5,6\n", "Ferry\n\n1, 2, 3\n4, 5, 6\n7, 8, 9\n", ""}) {
    CAPTURE(text);
    CHECK_FALSE(is_table_without_head(text));
  }
}
