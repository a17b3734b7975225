#include "common/terminal/report_error.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "common/terminal/display_width.h"

using namespace backfile;

namespace {

Error bad_query(Place place, const std::string& hint = {}) {
  return {ErrorCode::bad_query, "something is wrong", hint, place};
}

/// The lines that quote the query.
std::string quotation(const std::string& query, Place place, std::size_t width = 80) {
  std::string text = error_text(bad_query(place), query, width, false);
  return text.substr(text.find('\n') + 1);
}

}  // namespace

TEST_CASE("An error says what, and how to go on") {
  CHECK(error_text(Error(ErrorCode::index_missing, "there is no index", "run backfile-index"), "",
                   80, false) == "error: there is no index\nhint: run backfile-index\n");
  CHECK(error_text(Error(ErrorCode::internal, "no hint"), "", 80, false) == "error: no hint\n");
  CHECK(error_text(Error(ErrorCode::internal, "x", "y"), "", 80, true) ==
        "\x1b[1;31merror:\x1b[0m x\n\x1b[1;36mhint:\x1b[0m y\n");
}

TEST_CASE("A caret stands under the place") {
  CHECK(error_text(bad_query({8, 5}, "did you mean title?"), "council titel:x", 80, false) ==
        "error: something is wrong\n"
        "  council titel:x\n"
        "          ^^^^^\n"
        "hint: did you mean title?\n");
}

TEST_CASE("The caret is right for wide, combining and multibyte characters") {
  CHECK(quotation("議会 x", {7, 1}) == "  議会 x\n       ^\n");
  CHECK(quotation("x 議会", {2, 6}) == "  x 議会\n    ^^^^\n");
  CHECK(quotation("cafe\u0301 é x", {10, 1}) == "  cafe\u0301 é x\n         ^\n");
}

TEST_CASE("A place at or behind the end has one caret") {
  CHECK(quotation("ab", {2, 0}) == "  ab\n    ^\n");
  CHECK(quotation("ab", {99, 99}) == "  ab\n    ^\n");
}

TEST_CASE("An error without a place, or without its text, has no caret") {
  CHECK(error_text(bad_query({1, 1}), "", 80, false) == "error: something is wrong\n");
  CHECK(error_text(Error(ErrorCode::bad_query, "x"), "query", 80, false) == "error: x\n");
}

TEST_CASE("A long query is cut around the place") {
  const std::string query = std::string(5000, 'a') + "(" + std::string(5000, 'b');
  CHECK(quotation(query, {5000, 1}, 20) == "  …aaaaaaaa(bbbbbbb…\n           ^\n");
  CHECK(quotation(query, {0, 1}, 20).starts_with("  aaaaaaaa"));
  CHECK(quotation(query, {10001, 0}, 20) == "  …bbbbbbbbbbbbbbbb\n                   ^\n");
  CHECK(quotation(query, {0, 10001}, 20).find("^^^^^^^^^") != std::string::npos);
}

TEST_CASE("Text from outside is harmless, and the quotation fits") {
  CHECK(rc::check("any query, any place, any width", [] {
    const std::string query = *rc::gen::nonEmpty(rc::gen::container<std::string>(
        rc::gen::element('a', ' ', '\n', '\x1b', '\xE8', '\xAD', '\xB0', '\xC2', '\x9B', '(')));
    const Place place{*rc::gen::inRange<std::size_t>(0, 2 * query.size()),
                      *rc::gen::inRange<std::size_t>(0, 2 * query.size())};
    const auto width = *rc::gen::inRange<std::size_t>(20, 90);
    const std::string text = quotation(query, place, width);
    RC_ASSERT(std::count(text.begin(), text.end(), '\n') == 2);
    RC_ASSERT(text.find('\x1b') == std::string::npos);
    RC_ASSERT(display_width(text.substr(0, text.find('\n'))) <= width);
    RC_ASSERT(display_width(text.substr(text.find('\n') + 1)) <= width + 1);
    RC_ASSERT(nlohmann::json::accept(error_json(bad_query(place), query)));
  }));
  CHECK(error_text(Error(ErrorCode::internal, "a\x1b[2J\nb", "c\nd"), "", 80, false) ==
        "error: a[2J b\nhint: c d\n");
}

TEST_CASE("The JSON of an error counts characters") {
  CHECK(error_json(bad_query({7, 6}, "a hint"), "議会 é議x") ==
        "{\"error\":{\"message\":\"something is wrong\",\"hint\":\"a hint\",\"position\":3,"
        "\"length\":3}}\n");
  CHECK(error_json(Error(ErrorCode::internal, "bad \xff bytes"), "") ==
        "{\"error\":{\"message\":\"bad \uFFFD bytes\"}}\n");
}
