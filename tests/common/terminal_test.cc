#include <rapidcheck.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "common/terminal/display_width.h"
#include "common/terminal/json_text.h"
#include "common/terminal/neutralise.h"
#include "common/terminal/paint.h"
#include "common/terminal/terminal.h"
#include "common/terminal/wrap.h"
#include "common/text/utf8.h"

using namespace backfile;

namespace {

/// Sets an environment variable for the life of a test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { unsetenv(name_); }

 private:
  const char* name_;
};

using Lines = std::vector<std::string_view>;

/// Texts of what is hard: letters, wide and combining characters, controls, ill-formed bytes.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "a", "word", " ", "  ", "\n", "\t", "議", "、", "「", "e\u0301", "\u200D", "ب",
          "\x1b[31m", "\x07", "\x7f", "\u009b", "\u0085", "\u2028", "\u202E", "\u202C", "\u2067",
          "\u2069", "\xff", "\xe4\xb8", "\"", "\\", "<b>", "😀")),
      [](const std::vector<std::string>& parts) {
        std::string text;
        for (const std::string& part : parts) text += part;
        return text;
      });
}

bool has_controls(std::string_view text) {
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value <= 0x9F);
    if (control && point.value != U'\n') return true;
    position += point.length;
  }
  return false;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

}  // namespace

TEST_CASE("Characters are as wide as terminals draw them") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("議会") == 4);
  CHECK(display_width("ﾊﾝ") == 2);
  CHECK(display_width("Ａ") == 2);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("\u1112\u1161\u11ab") == 2);
  CHECK(display_width("مجلس") == 4);
  CHECK(display_width("بَ") == 1);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("\u200B\u200D\uFEFF") == 0);
  CHECK(display_width("\x1b\x07\x7f\u009b") == 0);
  CHECK(display_width("\t") == 1);
  CHECK(display_width("\xff") == 1);
}

TEST_CASE("A prefix is cut between characters") {
  CHECK(display_prefix("abc", 2) == "ab");
  CHECK(display_prefix("議会", 3) == "議");
  CHECK(display_prefix("e\u0301x", 1) == "e\u0301");
  CHECK(display_prefix("abc", 0).empty());
}

TEST_CASE("Lines break at spaces, which are left out") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap("one   two", 4) == Lines{"one", "two"});
  CHECK(wrap("one two ", 7) == Lines{"one two"});
  CHECK(wrap("", 7).empty());
}

TEST_CASE("Line ends stay") {
  CHECK(wrap("one\ntwo\n\nthree\n", 9) == Lines{"one", "two", "", "three"});
}

TEST_CASE("A word that is too long is broken") {
  CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
  CHECK(wrap("a bcdefgh", 3) == Lines{"a", "bcd", "efg", "h"});
  CHECK(wrap("議会", 1) == Lines{"議", "会"});
}

TEST_CASE("Wide characters break anywhere, but punctuation stays where it belongs") {
  CHECK(wrap("市議会は予算", 6) == Lines{"市議会", "は予算"});
  CHECK(wrap("市議会。予算", 6) == Lines{"市議", "会。予", "算"});
  CHECK(wrap("市議「会」予", 6) == Lines{"市議", "「会」", "予"});
}

TEST_CASE("A no-break space does not break") {
  CHECK(wrap("a 10\u00A0km", 5) == Lines{"a", "10\u00A0km"});
}

TEST_CASE("Wrapped lines hold the whole text and fit") {
  CHECK(rc::check("nothing but spaces is lost", [] {
    const std::string text = *any_text();
    const auto width = *rc::gen::inRange<std::size_t>(2, 12);
    std::string all;
    for (const std::string_view line : wrap(text, width)) {
      RC_ASSERT(display_width(line) <= width);
      RC_ASSERT(line.find('\n') == std::string_view::npos);
      all += line;
    }
    std::string expected = without_spaces(text);
    // U+2028 and U+0085 are spaces too.
    for (const std::string space : {"\u2028", "\u0085"}) {
      for (std::size_t at = 0; (at = expected.find(space)) != std::string::npos;) {
        expected.erase(at, space.size());
      }
      for (std::size_t at = 0; (at = all.find(space)) != std::string::npos;) {
        all.erase(at, space.size());
      }
    }
    RC_ASSERT(without_spaces(all) == expected);
  }));
}

TEST_CASE("Control characters and escape sequences are made harmless") {
  CHECK(neutralise("plain\ntext") == "plain\ntext");
  CHECK(neutralise("\x1b[31mred\x1b[0m\x07") == "[31mred[0m");
  CHECK(neutralise("a\tb\rc\x7f\u009b31m") == "a bc31m");
  CHECK(neutralise_line("a\nb\r\nc\u2028d\u0085e") == "a b  c d e");
  CHECK(neutralise("\xff\xe4\xb8z") == "\uFFFD\uFFFDz");
}

TEST_CASE("Bidirectional controls go when they are not closed") {
  CHECK(neutralise("a\u202Eb\u202Cc") == "a\u202Eb\u202Cc");
  CHECK(neutralise("\u2067a\u202Bb\u202C\u2069") == "\u2067a\u202Bb\u202C\u2069");
  CHECK(neutralise("a\u202Eb") == "ab");
  CHECK(neutralise("a\u202Cb") == "ab");
  CHECK(neutralise("\u2067a\u202Bb\u2069\u202C") == "ab");
  CHECK(neutralise("\u200Fשלום\u200E") == "\u200Fשלום\u200E");
}

TEST_CASE("No text breaks out of its line") {
  CHECK(rc::check("it is well-formed, without controls, and stays so", [] {
    const std::string text = *any_text();
    const std::string line = neutralise_line(text);
    RC_ASSERT(is_utf8(line));
    RC_ASSERT(!has_controls(line));
    RC_ASSERT(line.find('\n') == std::string::npos);
    RC_ASSERT(neutralise_line(line) == line);
    RC_ASSERT(!has_controls(neutralise(text)));
    RC_ASSERT(!has_controls(json_string(text)));
  }));
}

TEST_CASE("Paint stands around text only when there are colours") {
  CHECK(painted("x", Look::strong, true) == "\x1b[1mx\x1b[0m");
  CHECK(painted("x", Look::strong, false) == "x");
  CHECK(painted("x", Look::plain, true) == "x");
  CHECK(painted("", Look::match, true).empty());
}

TEST_CASE("Colours are for terminals, unless somebody decides otherwise") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  CHECK_FALSE(use_color(When::automatic, ends[1]));
  CHECK_FALSE(use_progress(When::automatic, ends[1]));
  CHECK(use_color(When::always, ends[1]));
  CHECK_FALSE(use_color(When::never, ends[1]));
  const Variable no_color("NO_COLOR", "1");
  CHECK(use_color(When::always, ends[1]));
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("COLUMNS gives the width; without a terminal it is 80") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  unsetenv("COLUMNS");
  CHECK(terminal_width(ends[1]) == 80);
  for (const auto& [columns, width] : std::vector<std::pair<const char*, std::size_t>>{
           {"120", 120}, {"1", 20}, {"99999", 1000}, {"wide", 80}, {"", 80}, {"0", 80}}) {
    const Variable variable("COLUMNS", columns);
    CHECK(terminal_width(ends[1]) == width);
  }
  close(ends[0]);
  close(ends[1]);
}

TEST_CASE("Characters are counted as code points") {
  CHECK(count_characters("議a😀", 3) == 1);
  CHECK(count_characters("議a😀", 100) == 3);
  CHECK(count_characters("\xff\xe4\xb8z", 4) == 3);
}
