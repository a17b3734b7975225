#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/text/utf8.h"
#include "searcher/output/output.h"
#include "searcher/output/wording.h"
#include "tests/support/written.h"

using namespace backfile;

namespace {

std::string text_of(const Answer& answer, const Style& style = {}) {
  Layout layout;
  layout.style = style;
  return written(answer, layout);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Hit hit() {
  Hit hit;
  hit.article.title = "Council agrees on budget";
  hit.article.outlet = "Harbour Gazette";
  hit.article.published = Date::from_iso("2021-02-09T08:30");
  hit.article.topics = {"politics", "money"};
  hit.article.url = "https://example.org/1";
  hit.title_matches = {{0, 7}};
  hit.snippet = {"The council said yes.", {{4, 7}}};
  return hit;
}

Answer answer_of(std::size_t hits, std::uint64_t total, std::size_t offset = 0) {
  Answer answer;
  answer.total = total;
  answer.offset = offset;
  answer.hits.assign(hits, hit());
  return answer;
}

std::string heading(std::size_t hits, std::uint64_t total, std::size_t offset = 0) {
  return lines_of(text_of(answer_of(hits, total, offset)))[0];
}

}  // namespace

TEST_CASE("A hit shows title, by-line, snippet and address") {
  CHECK(text_of(answer_of(1, 1)) ==
        "1 article\n"
        "\n"
        "1  Council agrees on budget\n"
        "   Harbour Gazette · 9 February 2021 · politics, money\n"
        "   The council said yes.\n"
        "   https://example.org/1\n");
}

TEST_CASE("The first line counts") {
  CHECK(heading(0, 0) == "No article matches.");
  CHECK(heading(3, 3) == "3 articles");
  CHECK(heading(10, 1234) == "1,234 articles, 1–10 shown");
  CHECK(heading(10, 1234, 10) == "1,234 articles, 11–20 shown");
  CHECK(heading(0, 1234) == "1,234 articles");
  CHECK(heading(0, 1234, 2000) == "1,234 articles, none beyond the first 2,000");
}

TEST_CASE("Numbers stand under each other") {
  const auto lines = lines_of(text_of(answer_of(2, 100, 8)));
  CHECK(lines[2].starts_with(" 9  Council"));
  CHECK(lines[7].starts_with("10  Council"));
  CHECK(lines[8].starts_with("    Harbour"));
}

TEST_CASE("What is unknown is left out, but a date is missed") {
  Answer answer;
  answer.total = 1;
  answer.hits.emplace_back();
  answer.hits[0].article.source.path = "a.txt";
  CHECK(text_of(answer) == "1 article\n\n1  Untitled\n   undated\n   a.txt\n");
}

TEST_CASE("Dates are written as precisely as they are known") {
  CHECK(date_text(*Date::from_iso("2021")) == "2021");
  CHECK(date_text(*Date::from_iso("2021-02")) == "February 2021");
  CHECK(date_text(*Date::from_iso("2021-02-09")) == "9 February 2021");
}

TEST_CASE("Numbers are grouped by thousands") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(1234567) == "1,234,567");
  CHECK(counted(1, "article") == "1 article");
}

TEST_CASE("Matched words are marked, also where a line breaks within them") {
  Answer answer = answer_of(1, 1);
  const std::string text = text_of(answer, {80, true});
  CHECK(text.find("\x1b[1;31mCouncil\x1b[0m\x1b[1m agrees on budget\x1b[0m\n") !=
        std::string::npos);
  CHECK(text.find("   The \x1b[1;31mcouncil\x1b[0m said yes.\n") != std::string::npos);
  answer.hits[0].snippet = {"one two three four", {{4, 9}}};
  CHECK(text_of(answer, {20, true}).find("one \x1b[1;31mtwo three\x1b[0m\n   four") !=
        std::string::npos);
  answer.hits[0].snippet = {"some one two three four", {{9, 9}}};
  CHECK(text_of(answer, {20, true})
            .find("some one \x1b[1;31mtwo\x1b[0m\n   \x1b[1;31mthree\x1b[0m four") !=
        std::string::npos);
}

TEST_CASE("Facets are drawn as bars with their counts") {
  Answer answer;
  answer.total = 200;
  answer.facets = {{FieldId::topic, {{"education", 100}, {"朝日", 25}, {"tiny", 1}}, 74, 12}};
  const auto lines = lines_of(text_of(answer, {40, false}));
  CHECK(lines[2] == "topic");
  CHECK(lines[3] == "  education  100  ██████████████████████");
  CHECK(lines[4] == "  朝日        25  █████▌");
  CHECK(lines[5] == "  tiny         1  ▎");
  CHECK(lines[6] == "  no topic    74  ████████████████▎");
  CHECK(lines[7] == "  and 9 more");
}

TEST_CASE("Dates without articles are shown as none, the undated by their name") {
  Answer answer;
  answer.facets = {{FieldId::date, {{"2019", 2}, {"2020", 0}}, 1, 2}};
  const std::string text = text_of(answer, {40, false});
  CHECK(text.find("  2020     0\n") != std::string::npos);
  CHECK(text.find("  undated  1  ███") != std::string::npos);
  CHECK(text.find("more") == std::string::npos);
}

TEST_CASE("Notes stand at the end") {
  Answer answer;
  answer.notes = {"no article has the word x"};
  CHECK(text_of(answer) == "No article matches.\n\nnote: no article has the word x\n");
}

TEST_CASE("A whole article is wrapped, paragraph by paragraph, with its matches") {
  Hit article = hit();
  article.article.authors = {"Ann Lee", "Bo Ray"};
  article.article.body = "One council.\n\nTwo councils.";
  article.body_matches = {{4, 7}, {18, 8}};
  Layout layout;
  layout.style = {80, true};
  const std::string text = shown({article}, layout);
  CHECK(
      text.starts_with("\x1b[1;31mCouncil\x1b[0m\x1b[1m agrees on budget\x1b[0m\n"
                       "By Ann Lee, Bo Ray\n"));
  CHECK(text.find("\n\nOne \x1b[1;31mcouncil\x1b[0m.\n\nTwo \x1b[1;31mcouncils\x1b[0m.\n") !=
        std::string::npos);
}

TEST_CASE("Every line but an address fits, whatever the articles hold") {
  CHECK(rc::check("fits and is harmless", [] {
    const auto text = *rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
            "word", " ", "\n", "議会、", "\x1b[2J", "\x07", "\u009b", "\u202E", "\xff", "ب", "\t")),
        [](const std::vector<std::string>& parts) {
          std::string all;
          for (const std::string& part : parts) all += part;
          return all;
        });
    const auto width = *rc::gen::inRange<std::size_t>(20, 130);
    Answer answer = answer_of(1, 1);
    Article& article = answer.hits[0].article;
    article.title = article.outlet = text;
    article.topics = {text, text};
    article.url.clear();
    const std::size_t begin = utf8_prefix(text, text.size() / 3).size();
    const std::size_t end = utf8_prefix(text, text.size() / 3 * 2).size();
    answer.hits[0].snippet = {text, {{begin, end - begin}}};
    answer.hits[0].title_matches = answer.hits[0].snippet.matches;
    answer.facets = {{FieldId::topic, {{text, 7}, {"x", 7000}}, 0, 2}};
    answer.notes = {text};
    const std::string plain = text_of(answer, {width, false});
    RC_ASSERT(is_utf8(plain));
    RC_ASSERT(plain.find_first_of("\x1b\x07\t\x7f") == std::string::npos);
    RC_ASSERT(plain.find("\u009b") == std::string::npos);
    RC_ASSERT(plain.find("\u202E") == std::string::npos);
    for (const std::string& line : lines_of(plain)) {
      RC_ASSERT(display_width(line) <= width);
    }
  }));
}

TEST_CASE("Colours change nothing but colours") {
  const std::string plain = text_of(answer_of(2, 9), {60, false});
  std::string colored = text_of(answer_of(2, 9), {60, true});
  for (std::size_t at = 0; (at = colored.find('\x1b')) != std::string::npos;) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}
