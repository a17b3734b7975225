// Queries that no person types: an answer or an error, and never a crash.
#include <catch2/catch.hpp>
#include <csignal>

#include "tests/support/corpus.h"
#include "tests/support/program.h"

using namespace backfile;

namespace {

constexpr int many = 10'000;

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// "word0 OR word1 OR …"
std::string numbered(const std::string& word, const std::string& between, int count = many) {
  std::string query;
  for (int i = 0; i < count; ++i) query += (i == 0 ? "" : between) + word + std::to_string(i);
  return query;
}

Finished search_for(const std::string& query, std::vector<std::string> options = {}) {
  options.insert(options.end(), {"--format", "json", "--", query});
  return search_in(corpus_index(), options);
}

/// A status of the programs, and a document that says the same.
void check_answered(const Finished& found) {
  const Json answer = found.json();
  if (found.status == 2) {
    CHECK_FALSE(answer.at("error").at("message").get<std::string>().empty());
    CHECK(found.err.starts_with("error: "));
  } else {
    CHECK(found.status == (answer.at("total") > 0 ? 0 : 1));
  }
}

}  // namespace

TEST_CASE("10,000 words: all of them, any of them") {
  const std::string words = numbered("word", " ");
  CHECK(search_for(words).status == 1);
  CHECK(search_for(words, {"--match", "any"}).status == 1);
  const Finished found = search_for("harbour " + words, {"--match", "any", "--count"});
  CHECK(found.out == search_in(corpus_index(), {"harbour", "--count"}).out);
}

TEST_CASE("10,000 words that articles have") {
  const std::string query = repeated("harbour ferry council ", many / 3) + "wedding";
  CHECK(search_for(query).json().at("total") ==
        search_for("harbour ferry council wedding").json().at("total"));
  CHECK(search_for(query, {"--match", "any"}).json().at("total") ==
        search_for("harbour OR ferry OR council OR wedding").json().at("total"));
}

TEST_CASE("10,000 words with OR between them") {
  const Finished found = search_for(numbered("word", " OR ") + " OR harbour");
  CHECK(found.json().at("total") == search_for("harbour").json().at("total"));
}

TEST_CASE("One word of 100 KB") {
  CHECK(search_for(std::string(100'000, 'x')).status == 1);
  check_answered(search_for(repeated("é", 50'000)));
  check_answered(search_for(repeated("望遠鏡", many)));
  check_answered(search_for(repeated("a-", 50'000) + "a"));
  check_answered(search_for(repeated("o'", 50'000) + "a"));
  check_answered(search_for("id:" + std::string(100'000, 'x')));
  check_answered(search_for("outlet:" + std::string(100'000, 'x')));
  CHECK(search_for("x", {"--outlet", std::string(100'000, 'x')}).status == 1);
}

TEST_CASE("Brackets, quotes, signs and operators without end") {
  const std::vector<std::string> queries{repeated("(", many),
                                         repeated("(", many) + "a" + repeated(")", many),
                                         repeated(")", many),
                                         repeated("-", many) + "a",
                                         repeated("- ", many) + "a",
                                         repeated("\"", many),
                                         repeated("\"\" ", many),
                                         repeated("NOT ", many) + "a",
                                         repeated("OR ", many),
                                         repeated("a OR ", many),
                                         repeated("title:", many) + "a",
                                         repeated("*", many),
                                         repeated("?*", many),
                                         repeated("=", many) + "a",
                                         repeated("~", many),
                                         "\"" + repeated("the ", many) + "\"",
                                         numbered("w", " NEAR ", 1000),
                                         "title:(" + numbered("w", " ") + ")"};
  for (const std::string& query : queries) {
    INFO(query.substr(0, 60));
    check_answered(search_for(query));
  }
}

TEST_CASE("10,000 wildcards") {
  check_answered(search_for(numbered("wor", "* ") + "*"));
  check_answered(search_for(repeated("h* ", 200)));
  check_answered(search_for(repeated("a*b*c*d*e*f* ", 200)));
}

TEST_CASE("Queries of bytes that are no text") {
  const std::vector<std::string> queries{"\xFF\xFE", "caf\xE9",       "\xF0\x9F",
                                         "\x01\x02", "\x1B[31mred",   "\xED\xA0\x80",
                                         "\xC0\xAF", "a\xFF\x62 OR c"};
  for (const std::string& query : queries) {
    const Finished found = search_for(query);
    check_answered(found);
    CHECK(found.err.find('\x1B') == std::string::npos);
  }
}

TEST_CASE("Numbers at the end of what numbers can be") {
  const std::string most = "18446744073709551615";
  for (const char* option : {"--offset", "--limit"}) {
    for (const std::string& number :
         {most, most + "0", std::string("-1"), std::string("4294967296"), std::string("0"),
          std::string("9223372036854775808")}) {
      INFO(option << ' ' << number);
      check_answered(search_for("harbour", {option, number}));
    }
  }
  check_answered(search_for("harbour", {"--offset", most, "--limit", most}));
  check_answered(search_for("harbour", {"--offset", most, "--sort", "oldest", "--limit", "all"}));
  check_answered(search_for("harbour", {"--facet", "outlet:" + most}));
  for (const char* date : {"0000", "0001", "9999", "9999-12-31", "10000", "2021-02-30", "-1"}) {
    INFO(date);
    check_answered(search_for("harbour", {"--since", date}));
    check_answered(search_for("harbour", {"--until", date}));
    check_answered(search_for(std::string("date:>") + date));
    check_answered(search_for(std::string("date:<") + date));
  }
}
