#include "indexer/postings/term_table.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

using namespace backfile;

namespace {

struct Expected {
  std::uint32_t weight = 0;
  std::vector<std::uint32_t> positions;
  friend bool operator==(const Expected&, const Expected&) = default;
};

std::vector<std::uint32_t> positions_of(const TermEntry& entry) {
  return {entry.positions, entry.positions + entry.position_count};
}

std::map<std::string, Expected> content_of(TermTable& table) {
  std::map<std::string, Expected> content;
  std::string before;
  for (const TermEntry& entry : table.sorted()) {
    if (!content.empty()) CHECK(before < entry.term);
    before = entry.term;
    content[before] = {entry.weight, positions_of(entry)};
  }
  return content;
}

}  // namespace

TEST_CASE("A new table is empty") {
  TermTable table;
  CHECK(table.sorted().empty());
}

TEST_CASE("Weights add up and positions stay in order, each once") {
  TermTable table;
  table.add("ferry", 2, 1);
  table.add("ferry", 1, 1);
  table.add("ferry", 1, 7);
  table.add("Zferri", 3);
  CHECK(content_of(table) ==
        std::map<std::string, Expected>{{"Zferri", {3, {}}}, {"ferry", {4, {1, 7}}}});
}

TEST_CASE("A cleared table is like a new one") {
  TermTable table;
  for (int i = 0; i < 10'000; ++i) table.add("word" + std::to_string(i), 1, 1);
  table.clear();
  CHECK(table.sorted().empty());
  table.add("ferry", 1, 5);
  CHECK(content_of(table) == std::map<std::string, Expected>{{"ferry", {1, {5}}}});
}

TEST_CASE("A table holds what a map holds, also when it grows") {
  const bool holds = rc::check([](const std::vector<std::uint16_t>& words) {
    TermTable table;
    std::map<std::string, Expected> expected;
    std::uint32_t position = 0;
    for (const std::uint16_t number : words) {
      for (std::uint32_t i = 0; i < 100; ++i) {
        const std::string word = std::to_string((number * 31U + i * i) % 20'000U);
        table.add(word, i, ++position);
        expected[word].weight += i;
        expected[word].positions.push_back(position);
      }
    }
    RC_ASSERT(content_of(table) == expected);
  });
  CHECK(holds);
}

TEST_CASE("Terms may hold any bytes") {
  TermTable table;
  const std::string zeros("a\0b\0", 4);
  table.add(zeros, 1, 1);
  table.add("a", 1, 2);
  table.add("", 1, 3);
  CHECK(content_of(table) ==
        std::map<std::string, Expected>{{"", {1, {3}}}, {"a", {1, {2}}}, {zeros, {1, {1}}}});
}
