#include "indexer/postings/word_order.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/field.h"

using namespace backfile;

namespace {

constexpr std::uint32_t everywhere = std::numeric_limits<std::uint32_t>::max();

using Places = std::map<std::string, std::vector<std::uint32_t>>;
using Values = std::map<int, std::string>;

/// Gathers words of which each stands at a position, in rising order.
class Writer {
 public:
  void add(const std::string& word, std::uint32_t position) {
    const auto number = static_cast<std::uint32_t>(numbers_.size()) * 3;  // of the caller's own
    const std::uint32_t known = numbers_.try_emplace(word, number).first->second;
    order_.add(known, word_group::hash_of(word), position);
    places_[word].push_back(position);
  }

  void end_title() {
    order_.end_title();
    title_ = places_;
  }

  Values finish() {
    const auto values = order_.finish();
    return {values.begin(), values.end()};
  }

  [[nodiscard]] const Places& places() const { return places_; }
  [[nodiscard]] const Places& title() const { return title_; }

 private:
  WordOrder order_;
  std::map<std::string, std::uint32_t> numbers_;
  Places places_;
  Places title_;
};

/// Where these words stand, all of which the article has, up to a position.
Places read(const Values& values, const Places& words, std::uint32_t last) {
  Places found;
  std::map<int, std::set<std::uint32_t>> numbers;
  for (const auto& [word, positions] : words) {
    const std::uint64_t hash = word_group::hash_of(word);
    const int slot = word_group::slot_of(hash);
    const WordGroup group(values.at(slot));
    const auto number = group.find(hash);
    REQUIRE(number);
    CHECK(*number < group.words());
    CHECK(numbers[slot].insert(*number).second);
    std::vector<std::uint32_t> there;
    group.add_positions(*number, last, there);
    if (!there.empty()) found[word] = there;
  }
  return found;
}

Places read_title(const Values& values, const Places& words) {
  const auto end = values.find(title_end_slot);
  return read(values, words, word_group::title_end(end == values.end() ? "" : end->second));
}

Values long_order(std::uint32_t words) {
  Writer writer;
  for (std::uint32_t i = 0; i < words; ++i) writer.add("word" + std::to_string(i * i % 977), i + 1);
  return writer.finish();
}

/// Reads all that a group can tell; true when it was refused as damaged.
bool is_refused(const std::string& bytes) {
  try {
    const WordGroup group(bytes);
    for (int i = 0; i < 100; ++i) {
      const auto word = group.find(word_group::hash_of("word" + std::to_string(i)));
      CHECK((!word || *word < group.words()));
    }
    std::vector<std::uint32_t> positions;
    for (std::uint32_t word = 0; word < std::min(group.words(), 1000U); ++word) {
      group.add_positions(word, everywhere, positions);
    }
    return false;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::index_damaged);
    return true;
  }
}

}  // namespace

TEST_CASE("An article without words has no order") {
  WordOrder order;
  CHECK(order.finish().empty());
}

TEST_CASE("An order tells where words stand, alone, together and far apart") {
  Writer writer;
  writer.add("well", 1);
  writer.add("wellbeing", 1);
  writer.add("being", 2);
  writer.end_title();
  writer.add("being", 3 + field_gap);
  writer.add("well", 9 + 3 * field_gap);
  const Values values = writer.finish();
  CHECK(read(values, writer.places(), everywhere) == writer.places());
  CHECK(read_title(values, writer.places()) == writer.title());
}

TEST_CASE("The values of an order have slots of their own, rising") {
  WordOrder order;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    order.add(i, word_group::hash_of("word" + std::to_string(i)), i + 1);
    if (i == 3) order.end_title();
  }
  int last = -1;
  const auto values = order.finish();
  for (const auto& [slot, value] : values) {
    CHECK(slot > last);
    CHECK(is_word_order_slot(static_cast<std::uint32_t>(slot)));
    CHECK(!value.empty());
    last = slot;
  }
  CHECK(values.size() == 1 + (1U << word_group_bits));
  for (const Field& entry : fields) {
    if (entry.slot != no_slot) CHECK(!is_word_order_slot(static_cast<std::uint32_t>(entry.slot)));
  }
}

TEST_CASE("Words that are not there are seldom found") {
  const Values values = long_order(1000);
  int found = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t hash = word_group::hash_of("other" + std::to_string(i));
    if (WordGroup(values.at(word_group::slot_of(hash))).find(hash)) ++found;
  }
  CHECK(found < 100);
}

TEST_CASE("A word takes the bits of its position and one, and a dozen where it is new") {
  constexpr std::uint32_t words = 1000;
  std::size_t bits = 0;
  std::uint32_t distinct = 0;
  for (const auto& [slot, bytes] : long_order(words)) {
    distinct += WordGroup(bytes).words();
    bits += bytes.size() * 8;
  }
  constexpr std::uint32_t head = 2 * 8 + 7;  // of a group, and what fills up its last byte
  CHECK(bits <= words * 11 + distinct * 12 + (head << word_group_bits));
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
    const Values values = writer.finish();
    RC_ASSERT(values.empty() == text.empty());
    RC_ASSERT(read(values, writer.places(), everywhere) == writer.places());
    RC_ASSERT(read_title(values, writer.places()) == writer.title());
  });
  CHECK(holds);
}

TEST_CASE("Orders of any number of words are read back") {
  for (const std::uint32_t words : {1U, 2U, 3U, 64U, 65U, 300U, 1025U, 5000U, 50000U}) {
    INFO(words);
    Writer writer;
    for (std::uint32_t i = 1; i <= words; ++i) writer.add("word" + std::to_string(i), i);
    CHECK(read(writer.finish(), writer.places(), everywhere) == writer.places());
  }
}

TEST_CASE("Positions of any size are read back") {
  Writer writer;
  for (const std::uint32_t position : {1U, 255U, 256U, 65536U, (1U << 31) + 1, everywhere}) {
    writer.add("word", position);
    writer.add("at " + std::to_string(position), position);
  }
  CHECK(read(writer.finish(), writer.places(), everywhere) == writer.places());
}

TEST_CASE("Words of one hash are one word") {
  WordOrder order;
  order.add(0, 17, 1);
  order.add(1, 17, 2);
  order.add(2, 18, 3);
  order.add(0, 17, 4);
  const auto values = order.finish();
  REQUIRE(values.size() == 1);
  const WordGroup group(values[0].second);
  CHECK(group.words() == 2);
  std::vector<std::uint32_t> found;
  group.add_positions(group.find(17).value(), everywhere, found);
  CHECK(found == std::vector<std::uint32_t>{1, 2, 4});
}

TEST_CASE("A cleared order is like a new one") {
  WordOrder order;
  for (std::uint32_t i = 0; i < 100; ++i) order.add(i, i, i + 1);
  order.end_title();
  order.clear();
  CHECK(order.finish().empty());
  order.add(5, 17, 1);
  const auto values = order.finish();
  REQUIRE(values.size() == 1);
  CHECK(WordGroup(values[0].second).words() == 1);
}

TEST_CASE("Damaged groups are refused or read as another, within their bounds") {
  const std::string whole = long_order(300).rbegin()->second;
  const std::uint32_t words = WordGroup(whole).words();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    const bool has_room = length > 2 + 2 * std::size_t{words};  // for a position of each word
    CHECK((is_refused(whole.substr(0, length)) || has_room));
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
