#include "common/text/utf8.h"

#include <rapidcheck.h>
#include <unicode/ustring.h>

#include <catch2/catch.hpp>

using namespace backfile;

namespace {

/// ICU's own judgement, as a second opinion.
bool icu_accepts(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

}  // namespace

TEST_CASE("Well-formed UTF-8 is told from ill-formed") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("plain text that is longer than eight bytes"));
  CHECK(is_utf8("\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF"));
  const std::string bad =
      GENERATE("\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
               "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98",
               "sixteen letters \xE2\x82 and more");
  CHECK_FALSE(is_utf8(bad));
}

TEST_CASE("Each maximal ill-formed part becomes one replacement character") {
  // The examples of The Unicode Standard 15, tables 3-8 to 3-11.
  CHECK(to_valid_utf8("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
        "\uFFFD\uFFFD\uFFFD\x41");
  CHECK(to_valid_utf8("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
        "\uFFFD\uFFFD\uFFFD\x41");
  CHECK(to_valid_utf8("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") ==
        "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42");
  CHECK(to_valid_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == "\uFFFD\uFFFD\uFFFD\uFFFD\x41");
  CHECK(to_valid_utf8("good") == "good");
  CHECK(to_valid_utf8("cut \xE2\x82") == "cut \uFFFD");
}

TEST_CASE("Code points are read with their lengths") {
  CHECK(code_point_at("a", 0).value == U'a');
  const CodePoint euro = code_point_at("x€", 1);
  CHECK(euro.value == U'€');
  CHECK(euro.length == 3);
  CHECK(euro.valid);
  const CodePoint cut = code_point_at("\xF0\x9F\x98", 0);
  CHECK(cut.value == 0xFFFD);
  CHECK(cut.length == 3);
  CHECK_FALSE(cut.valid);
}

TEST_CASE("Prefixes end between code points") {
  CHECK(utf8_prefix("abc", 2) == "ab");
  CHECK(utf8_prefix("abc", 9) == "abc");
  CHECK(utf8_prefix("a€b", 1) == "a");
  CHECK(utf8_prefix("a€b", 2) == "a");
  CHECK(utf8_prefix("a€b", 3) == "a");
  CHECK(utf8_prefix("a€b", 4) == "a€");
  CHECK(utf8_prefix("😀", 3).empty());
  CHECK(utf8_prefix("\x80\x80\x80\x80\x80", 3).size() == 3);
  CHECK(utf8_prefix("", 3).empty());
}

TEST_CASE("White space of every kind is one space") {
  CHECK(collapse_spaces(" \t a\r\n\u00A0b\u3000\u2009c ") == "a b c");
  CHECK(collapse_spaces(" \n ").empty());
  CHECK(trim("\u00A0\n a b \u2003") == "a b");
  CHECK(trim("\u3000").empty());
  CHECK(trim("à") == "à");
  CHECK(trim("a\xA0") == "a\xA0");
}

TEST_CASE("UTF-8 holds for any bytes") {
  CHECK(rc::check("agrees with ICU", [](const std::string& bytes) {
    RC_ASSERT(is_utf8(bytes) == icu_accepts(bytes));
  }));
  CHECK(rc::check("is mended", [](const std::string& bytes) {
    const std::string valid = to_valid_utf8(bytes);
    RC_ASSERT(is_utf8(valid));
    RC_ASSERT(!is_utf8(bytes) || valid == bytes);
  }));
  CHECK(rc::check("round-trips", [] {
    const auto value = *rc::gen::inRange<std::uint32_t>(0, 0x110000);
    std::string text;
    append_utf8(text, value);
    const CodePoint point = code_point_at(text, 0);
    const bool is_surrogate = value >= 0xD800 && value < 0xE000;
    RC_ASSERT(point.valid && point.length == text.size());
    RC_ASSERT(point.value == (is_surrogate ? 0xFFFD : value));
  }));
  CHECK(rc::check("is trimmed and cut", [](const std::string& bytes) {
    RC_ASSERT(trim(trim(bytes)) == trim(bytes));
    RC_ASSERT(collapse_spaces(collapse_spaces(bytes)) == collapse_spaces(bytes));
    const std::string valid = to_valid_utf8(bytes);
    const auto length = *rc::gen::inRange<std::size_t>(0, 12);
    const auto prefix = utf8_prefix(valid, length);
    RC_ASSERT(is_utf8(prefix) && prefix.size() <= length);
    RC_ASSERT(prefix.size() + 4 > std::min(length, valid.size()));
  }));
}
