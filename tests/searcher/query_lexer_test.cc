#include "searcher/query/lexer.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

using namespace backfile;

namespace {

/// "word:ofsted minus phrase:a b~5 end"
std::string tokens(std::string_view query) {
  std::string text;
  for (const QueryToken& token : tokens_of(query)) {
    text += (text.empty() ? "" : " ") + std::string(name_of(token.kind));
    using enum QueryTokenKind;
    if (token.kind == word || token.kind == phrase || token.kind == value) {
      text += ':' + std::string(token.text.text);
    }
    if (token.kind == QueryTokenKind::field) {
      text += ':' + std::string(backfile::field(token.field).name);
    }
    if (token.distance > 0 && token.kind == phrase) text += fmt::format("~{}", token.distance);
    if (token.kind == near_) text += fmt::format("/{}", token.distance);
  }
  return text;
}

/// The message of the error in `query` and the text at its place.
std::pair<std::string, std::string> error_in(std::string_view query) {
  try {
    tokens_of(query);
  } catch (const Error& error) {
    REQUIRE(error.code() == ErrorCode::bad_query);
    REQUIRE(error.place().has_value());
    REQUIRE(error.place()->position + error.place()->length <= query.size());
    CHECK_FALSE(error.hint().empty());
    return {error.what(),
            std::string(query.substr(error.place()->position, error.place()->length))};
  }
  return {};
}

using Words = std::pair<std::string, std::string>;

}  // namespace

TEST_CASE("Words are what stands between spaces") {
  CHECK(tokens("") == "end");
  CHECK(tokens(" \t\n") == "end");
  CHECK(tokens("ofsted inadequate") == "word:ofsted word:inadequate end");
  CHECK(tokens("a\u00A0b\u2003c\u3000d\u202Fe") == "word:a word:b word:c word:d word:e end");
}

TEST_CASE("Words keep the punctuation inside them and after them") {
  for (const std::string word : {"well-being", "O’Brien",   "O'Brien",
                                 "AT&T",       "C++",       "#MeToo",
                                 "£7.5m",      "U.S.",      "covid-19",
                                 "@bbc_news",  "budget,",   "a/b",
                                 "50%",        "a\\b",      "wom?n",
                                 "*nomics",    "=councils", "offsted~2",
                                 "10:30",      "3:2",       "http://example.org/a:b",
                                 "l'élection", "‘tis",      "‘quoted’",
                                 "—so"}) {
    CHECK(tokens(word) == "word:" + word + " end");
  }
}

TEST_CASE("Any two double quotes make a phrase") {
  for (const char* phrase : {"\"a b\"", "“a b”", "„a b“", "„a b”", "‟a b”", "«a b»", "»a b«",
                             "\"a b”", "“a b\"", "＂a b＂", "「a b」", "=\"a b\""}) {
    CHECK(tokens(phrase) == "phrase:a b end");
  }
  CHECK(tokens("\"(a) AND -b: x\"") == "phrase:(a) AND -b: x end");
  CHECK(tokens("“a b”~5") == "phrase:a b~5 end");
  CHECK(tokens("x\"a\"y") == "word:x phrase:a word:y end");
}

TEST_CASE("Operators are capitals, brackets and a dash before a word") {
  CHECK(tokens("a AND b OR NOT c") == "word:a and word:b or not word:c end");
  CHECK(tokens("a and b or not c near d") ==
        "word:a word:and word:b word:or word:not word:c word:near word:d end");
  CHECK(tokens("a NEAR b NEAR/5 c NEAR/100 d") ==
        "word:a near/10 word:b near/5 word:c near/100 word:d end");
  CHECK(tokens("-a −b –c ‑d －e") ==
        "minus word:a minus word:b minus word:c minus word:d minus word:e end");
  CHECK(tokens("-(a) -\"b\" -title:c") ==
        "minus open word:a close minus phrase:b minus field:title word:c end");
  CHECK(tokens("(a(b))") == "open word:a open word:b close close end");
  CHECK(tokens("（a）") == "open word:a close end");
  CHECK(tokens("ANDY NEARBY ANDs") == "word:ANDY word:NEARBY word:ANDs end");
}

TEST_CASE("Fields are known names with a colon") {
  CHECK(tokens("title:a HEADLINE:b") == "field:title word:a field:title word:b end");
  CHECK(tokens("title:\"a b\" title:(a b)") ==
        "field:title phrase:a b field:title open word:a word:b close end");
  CHECK(tokens("title：a 記者：b") == "field:title word:a word:記者：b end");
  CHECK(tokens("Paris: la fin (Paris:)") ==
        "word:Paris: word:la word:fin open word:Paris: close end");
}

TEST_CASE("Values go on to the next space") {
  CHECK(tokens("outlet:bbc x") == "field:outlet value:bbc word:x end");
  CHECK(tokens("url:https://e.org/a_(b)?c=\"d\"&e=*") ==
        "field:url value:https://e.org/a_(b)?c=\"d\"&e=* end");
  CHECK(tokens("(outlet:bbc)") == "open field:outlet value:bbc close end");
  CHECK(tokens("outlet:“BBC (News)” x") == "field:outlet value:BBC (News) word:x end");
  CHECK(tokens("topic:a|\"b c\"|d") == "field:topic value:a bar value:b c bar value:d end");
  CHECK(tokens("topic:(a OR \"b c\" -(d:e AND f)) g:") ==
        "field:topic open value:a or value:b c minus open value:d:e and value:f close close "
        "word:g: end");
  CHECK(tokens("length:>800 date:2019..") == "field:length value:>800 field:date value:2019.. end");
}

TEST_CASE("What is no token is an error with its place") {
  CHECK(error_in("a \"b c") == Words{"the quote that opens here is never closed", "\""});
  CHECK(error_in("a “b c") == Words{"the quote that opens here is never closed", "“"});
  CHECK(error_in("5\" gun") == Words{"the quote that opens here is never closed", "\""});
  CHECK(error_in("a - b") == Words{"a dash stands alone", "-"});
  CHECK(error_in("a – b") == Words{"a dash stands alone", "–"});
  CHECK(error_in("a -") == Words{"a dash stands alone", "-"});
  CHECK(error_in("(a -)") == Words{"a dash stands alone", "-"});
  CHECK(error_in("--a") == Words{"two dashes stand side by side", "-"});
  CHECK(error_in("\"a\"-b") == Words{"\"-\" cannot follow a quote or a bracket directly", "-"});
  CHECK(error_in("\"clim\"*") == Words{"\"*\" cannot follow a quote or a bracket directly", "*"});
  CHECK(error_in("(a b)~") == Words{"\"~\" cannot follow a quote or a bracket directly", "~"});
  CHECK(error_in("topic:\"a\"~5").second == "~");
  CHECK(error_in("topic:(a") == Words{});
  CHECK(error_in("topic:a(b") == Words{"the bracket that opens here is never closed", "("});
  CHECK(error_in("topic:a|") == Words{"a value is missing beside a bar", "|"});
  CHECK(error_in("topic:|a").first == "a value is missing beside a bar");
  CHECK(error_in("topic:-a") == Words{"the value \"-a\" begins with an operator", "-a"});
  CHECK(error_in("topic:\" \"") == Words{"there is no value between the quotes", "\" \""});
}

TEST_CASE("Distances are from 1 to 100") {
  for (const std::string bad : {"0", "101", "x", "5x", "-1", "", "99999999999999999999"}) {
    const std::string shown = bad.empty() ? "nothing" : '"' + bad + '"';
    const std::string message = "a distance is a number of words from 1 to 100, not " + shown;
    CHECK(error_in("a NEAR/" + bad + " b") == Words{message, "/" + bad});
    CHECK(error_in("\"a b\"~" + bad) == Words{message, "~" + bad});
  }
}

TEST_CASE("Fields that are unknown, unsearchable or empty are errors") {
  CHECK(error_in("a titel:b") == Words{"there is no field \"titel\"", "titel"});
  CHECK(error_in("foo:\"a b\"") == Words{"there is no field \"foo\"", "foo"});
  CHECK(error_in("body:a") == Words{"the field \"body\" is not searched by itself", "body:"});
  for (const char* query : {"title:", "title: a", "(title:)"}) {
    CHECK(error_in(query) == Words{"the field \"title\" has no value", "title:"});
  }
  CHECK(error_in("outlet: a").first == "the field \"outlet\" has no value");
}

TEST_CASE("Unknown fields are answered with the names that are near") {
  const auto hint = [](std::string_view query) {
    try {
      tokens_of(query);
    } catch (const Error& error) {
      return error.hint();
    }
    return std::string();
  };
  CHECK(hint("titel:b").starts_with("did you mean title; "));
  CHECK(hint("TOPICS:b").starts_with("did you mean topic; "));
  CHECK(hint("pub:b").starts_with("did you mean outlet or date; "));
  CHECK(hint("qqqqqq:b").starts_with("the fields are id, title, author, outlet, "));
  CHECK(hint("titel:b").ends_with("put them between quotes: \"titel:b\""));
}
