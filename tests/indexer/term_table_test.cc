#include "indexer/postings/term_table.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "common/index/word_group.h"

using namespace backfile;

namespace {

using Weights = std::map<std::string, std::uint32_t>;

Weights content_of(TermTable& table) {
  Weights content;
  std::string before;
  for (const TermEntry& entry : table.sorted()) {
    if (!content.empty()) CHECK(before < entry.term);
    before = entry.term;
    content[before] = entry.weight;
  }
  return content;
}

}  // namespace

TEST_CASE("A new table is empty") {
  TermTable table;
  CHECK(table.sorted().empty());
}

TEST_CASE("Weights add up, and a term keeps its number") {
  TermTable table;
  const TermTable::Known ferry = table.add("ferry", 2);
  CHECK(table.add("Zferri", 3).number == 1);
  const TermTable::Known again = table.add("ferry", 1);
  CHECK(ferry.number == 0);
  CHECK(again.number == 0);
  CHECK(again.hash == word_group::hash_of("ferry"));
  CHECK(content_of(table) == Weights{{"Zferri", 3}, {"ferry", 3}});
}

TEST_CASE("A cleared table is like a new one") {
  TermTable table;
  for (int i = 0; i < 10'000; ++i) table.add("word" + std::to_string(i), 1);
  table.clear();
  CHECK(table.sorted().empty());
  CHECK(table.add("ferry", 1).number == 0);
  CHECK(content_of(table) == Weights{{"ferry", 1}});
}

TEST_CASE("A table holds what a map holds, also when it grows") {
  const bool holds = rc::check([](const std::vector<std::uint16_t>& words) {
    TermTable table;
    Weights expected;
    for (const std::uint16_t number : words) {
      for (std::uint32_t i = 0; i < 100; ++i) {
        const std::string word = std::to_string((number * 31U + i * i) % 20'000U);
        table.add(word, i);
        expected[word] += i;
      }
    }
    RC_ASSERT(content_of(table) == expected);
  });
  CHECK(holds);
}

TEST_CASE("Terms may hold any bytes") {
  TermTable table;
  const std::string zeros("a\0b\0", 4);
  table.add(zeros, 1);
  table.add("a", 2);
  table.add("", 3);
  CHECK(content_of(table) == Weights{{"", 3}, {"a", 2}, {zeros, 1}});
}
