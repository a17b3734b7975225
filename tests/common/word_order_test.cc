#include "common/index/word_order.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/field.h"

using namespace backfile;

namespace {

using Places = std::map<std::string, std::vector<std::uint32_t>>;

/// Writes an order of words of which each stands at a position, in rising order.
class Writer {
 public:
  void add(const std::string& word, std::uint32_t position) {
    const auto number = static_cast<std::uint32_t>(numbers_.size()) * 3;  // of the caller's own
    const std::uint32_t known = numbers_.try_emplace(word, number).first->second;
    writer_.add(known, word_order::hash_of(word), position);
    places_[word].push_back(position);
  }

  void end_title() {
    writer_.end_title();
    title_ = places_;
  }

  std::string finish() { return writer_.finish(); }

  [[nodiscard]] const Places& places() const { return places_; }
  [[nodiscard]] const Places& title() const { return title_; }

 private:
  WordOrderWriter writer_;
  std::map<std::string, std::uint32_t> numbers_;
  Places places_;
  Places title_;
};

/// Where these words stand, all of which the article has.
Places read(const WordOrder& order, const Places& words, WordOrder::Part part) {
  Places found;
  std::set<std::uint32_t> numbers;
  for (const auto& [word, positions] : words) {
    const auto number = order.find(word_order::hash_of(word));
    REQUIRE(number);
    CHECK(*number < order.words());
    CHECK(numbers.insert(*number).second);
    std::vector<std::uint32_t> there;
    order.add_positions(*number, part, there);
    if (!there.empty()) found[word] = there;
  }
  return found;
}

std::string long_order(std::uint32_t words) {
  Writer writer;
  for (std::uint32_t i = 0; i < words; ++i) writer.add("word" + std::to_string(i * i % 977), i + 1);
  return writer.finish();
}

/// Reads all that an order can tell; true when it was refused as damaged.
bool is_refused(const std::string& bytes) {
  try {
    const WordOrder order(bytes);
    for (int i = 0; i < 100; ++i) {
      const auto word = order.find(word_order::hash_of("word" + std::to_string(i)));
      CHECK((!word || *word < order.words()));
    }
    std::vector<std::uint32_t> positions;
    for (std::uint32_t word = 0; word < std::min(order.words(), 1000U); ++word) {
      order.add_positions(word, WordOrder::Part::all, positions);
    }
    return false;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_damaged);
    return true;
  }
}

}  // namespace

TEST_CASE("An article without words has no order") {
  WordOrderWriter writer;
  CHECK(writer.finish().empty());
}

TEST_CASE("An order tells where words stand, alone, together and far apart") {
  Writer writer;
  writer.add("well", 1);
  writer.add("wellbeing", 1);
  writer.add("being", 2);
  writer.end_title();
  writer.add("being", 3 + field_gap);
  writer.add("well", 9 + 3 * field_gap);
  const std::string bytes = writer.finish();
  const WordOrder order(bytes);
  CHECK(read(order, writer.places(), WordOrder::Part::all) == writer.places());
  CHECK(read(order, writer.places(), WordOrder::Part::title) == writer.title());
}

TEST_CASE("Words that are not there are mostly not found") {
  const std::string bytes = long_order(1000);
  const WordOrder order(bytes);
  int found = 0;
  for (int i = 0; i < 1000; ++i) {
    if (order.find(word_order::hash_of("other" + std::to_string(i)))) ++found;
  }
  CHECK(found < 20);
}

TEST_CASE("A word takes the bits of its position and one, and a dozen where it is new") {
  constexpr std::uint32_t words = 1000;
  const std::string bytes = long_order(words);
  const WordOrder order(bytes);
  CHECK(bytes.size() * 8 <= words * 11 + order.words() * 13 + 170);
}

TEST_CASE("Whatever was written is read back") {
  const bool holds = rc::check([](const std::vector<std::pair<std::string, std::uint8_t>>& text,
                                  std::uint8_t spread, std::uint16_t title) {
    Writer writer;
    std::uint32_t position = 1;
    std::size_t count = 0;
    for (const auto& [word, step] : text) {
      // The same position again, the next one, or one that is far away.
      position += step < 64 ? 0 : step < 200 ? 1 : std::uint32_t{step} * spread;
      writer.add(word, position);
      if (++count == title % 32) {
        writer.end_title();
        ++position;
      }
    }
    const std::string bytes = writer.finish();
    RC_ASSERT(bytes.empty() == text.empty());
    if (text.empty()) return;
    const WordOrder order(bytes);
    RC_ASSERT(order.words() == writer.places().size());
    RC_ASSERT(read(order, writer.places(), WordOrder::Part::all) == writer.places());
    RC_ASSERT(read(order, writer.places(), WordOrder::Part::title) == writer.title());
  });
  CHECK(holds);
}

TEST_CASE("Orders of any number of words are read back") {
  for (const std::uint32_t words : {1U, 2U, 3U, 4U, 5U, 63U, 64U, 65U, 300U, 1023U, 1025U, 5000U}) {
    INFO(words);
    Writer writer;
    for (std::uint32_t i = 1; i <= words; ++i) writer.add("word" + std::to_string(i), i);
    const std::string bytes = writer.finish();
    CHECK(read(WordOrder(bytes), writer.places(), WordOrder::Part::all) == writer.places());
  }
}

TEST_CASE("Words of one hash are one word") {
  WordOrderWriter writer;
  writer.add(0, 17, 1);
  writer.add(1, 17, 2);
  writer.add(2, 18, 3);
  const std::string bytes = writer.finish();
  const WordOrder order(bytes);
  CHECK(order.words() == 2);
  std::vector<std::uint32_t> found;
  order.add_positions(order.find(17).value(), WordOrder::Part::all, found);
  CHECK(found == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("A cleared writer is like a new one") {
  WordOrderWriter writer;
  for (std::uint32_t i = 0; i < 100; ++i) writer.add(i, i, i + 1);
  writer.end_title();
  writer.clear();
  CHECK(writer.finish().empty());
  writer.add(5, 17, 1);
  CHECK(WordOrder(writer.finish()).words() == 1);
}

TEST_CASE("Damaged orders are refused or read as another, within their bounds") {
  const std::string whole = long_order(300);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK(is_refused(whole.substr(0, length)));
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\xFF'}) {
      std::string other = whole;
      other[at] = byte;
      is_refused(other);
    }
  }
  const bool holds = rc::check([](const std::string& bytes) {
    is_refused(bytes);
    is_refused(bytes + std::string(100, '\0'));
  });
  CHECK(holds);
}
