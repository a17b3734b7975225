// A long input in parts is the input: nothing is lost or read twice between two of them.
#include "indexer/record_parts.h"

#include <catch2/catch.hpp>
#include <string>

using namespace backfile;

namespace {

const Format& format_of(const std::string& bytes) {
  std::string why_not;
  const Format* format = recognise({{"input", {}, 0}, bytes}, why_not);
  REQUIRE(format != nullptr);
  return *format;
}

/// Lines of a kilobyte, somewhat more than two parts.
std::string lines(const std::string& begin, const std::string& end) {
  std::string text;
  for (std::size_t number = 0; text.size() < 2 * RecordParts::usual + 1000; ++number) {
    text += begin + std::to_string(number) + std::string(1000, 'a') + end + "\n";
  }
  return text;
}

/// The parts one behind the other, the head of each but the first left out.
std::string joined(RecordParts& parts, std::size_t head, const std::string& bytes) {
  std::string all;
  for (int number = 0; parts.next(); ++number) {
    const std::size_t skipped = number == 0 ? 0 : head;
    CHECK(parts.part().substr(0, skipped) == bytes.substr(0, skipped));
    CHECK(parts.position() + skipped == all.size());
    CHECK_FALSE(parts.is_all());
    all += parts.part().substr(skipped);
    CHECK(all.back() == '\n');
  }
  return all;
}

}  // namespace

TEST_CASE("JSON lines come in parts of whole lines") {
  const std::string bytes = lines(R"({"title": "One", "text": ")", "\"}");
  RecordParts parts(format_of(bytes), bytes, 0);
  CHECK((joined(parts, 0, bytes) == bytes));
  CHECK(parts.ends_with_record());
}

TEST_CASE("Each part of a table has its head") {
  const std::string head = "title,text\n";
  const std::string bytes = head + lines("One,\"two\nlines ", "\"");
  RecordParts parts(format_of(bytes), bytes, 0);
  CHECK((joined(parts, head.size(), bytes) == bytes));
}

TEST_CASE("A row that a part cuts is not taken for the rows that its lines could be") {
  const std::string head = "title,text\n";
  const std::string bytes = head + lines("One,\"two\nlines, of which\neach, is a row ", "\"");
  RecordParts parts(format_of(bytes), bytes, 0);
  CHECK((joined(parts, head.size(), bytes) == bytes));
}

TEST_CASE("A mark that is never closed does not make one part of all") {
  const std::string head = "title,text\n";
  const std::string bytes = head + "One,\"never closed\n" + lines("One,two ", "");
  RecordParts parts(format_of(bytes), bytes, 0);
  int number = 0;
  while (parts.next()) ++number;
  CHECK(number > 1);
}

TEST_CASE(
    "Of a row that is too long the part has enough to be refused, and the next goes on behind it") {
  constexpr std::size_t longest = 2 * RecordParts::usual;
  const std::string head = "title,text\n";
  const std::string before = "One,two\n";
  const std::string row = "Two,\"" + std::string(3 * longest, 'a') + "\"\n";
  for (const std::string& after : {std::string("Three,four\n"), std::string()}) {
    const std::string bytes = head + before + row + after;
    RecordParts parts(format_of(bytes), bytes, 0, longest);
    REQUIRE(parts.next());
    CHECK((parts.part() == head + before));
    REQUIRE(parts.next());
    CHECK((parts.part() == head + row.substr(0, longest + 1)));
    CHECK(parts.ends_with_record());
    CHECK(parts.next() != after.empty());
    if (!after.empty()) {
      CHECK((parts.part() == head + after));
      CHECK(parts.position() + head.size() == bytes.size() - after.size());
    }
  }
}

TEST_CASE("A short input is one part and one record may be a long one") {
  const std::string line = R"({"title": "One", "text": "goats"})"
                           "\n";
  const std::string longer =
      R"({"title": "Two", "text": ")" + std::string(3 * RecordParts::usual, 'a') + "\"}\n";
  for (const std::string& bytes : {line + line, line + longer + line}) {
    RecordParts parts(format_of(bytes), bytes, 0);
    std::string all;
    while (parts.next()) all += parts.part();
    CHECK((all == bytes));
  }
  const std::string two = line + line;
  RecordParts behind(format_of(two), two, two.size());
  CHECK_FALSE(behind.next());
}
