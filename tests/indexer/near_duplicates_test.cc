#include "indexer/enrichment/near_duplicates.h"

#include <catch2/catch.hpp>
#include <string>

using namespace backfile;

namespace {

Sketch sketch(const std::string& stem, int words) {
  std::string body;
  for (int word = 0; word < words; ++word) body += stem + std::to_string(word) + " ";
  return sketch_of(smallest_shingles(body), {});
}

std::vector<NearDuplicates::Older> none(std::span<const std::uint32_t> /*hashes*/) { return {}; }

}  // namespace

TEST_CASE("copies have the story of the first, others their own") {
  NearDuplicates stories(none);
  CHECK(stories.story_of(sketch("a", 200), "first") == "first");
  CHECK(stories.story_of(sketch("b", 200), "second") == "second");
  CHECK(stories.story_of(sketch("a", 150), "third") == "first");
  CHECK(stories.story_of(sketch("b", 180), "fourth") == "second");
  CHECK(stories.story_of(sketch("a", 200), "fifth") == "first");
}

TEST_CASE("texts too short to be compared are stories of their own") {
  NearDuplicates stories(none);
  CHECK(stories.story_of(sketch("a", 6), "first") == "first");
  CHECK(stories.story_of(sketch("a", 6), "second") == "second");
}

TEST_CASE("of several the story that shares most is taken, of equals the older") {
  NearDuplicates stories([](std::span<const std::uint32_t> hashes) {
    std::vector<NearDuplicates::Older> older;
    if (!hashes.empty() && hashes.front() == finding_hashes(sketch("a", 200)).front()) {
      older.push_back({sketch("a", 200), "older"});
    }
    return older;
  });
  CHECK(stories.story_of(sketch("a", 200), "new") == "older");
  CHECK(stories.story_of(sketch("b", 200), "other") == "other");
  CHECK(stories.story_of(sketch("a", 200), "newer") == "older");
}

TEST_CASE("thousands of copies are one story") {
  NearDuplicates stories(none);
  const Sketch same = sketch("a", 200);
  for (int number = 0; number < 5000; ++number) {
    REQUIRE(stories.story_of(same, "copy " + std::to_string(number)) == "copy 0");
  }
  for (int number = 0; number < 2000; ++number) {
    const std::string name = "n" + std::to_string(number) + "x";
    REQUIRE(stories.story_of(sketch(name, 60), name) == name);
  }
  CHECK(stories.story_of(sketch("n7x", 60), "late") == "n7x");
}
