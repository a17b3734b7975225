#include "indexer/enrichment/line_counts.h"

#include <catch2/catch.hpp>

#include "common/error.h"

using namespace backfile;

namespace {

const std::string advertisement = "Sign up for our newsletter";
const std::string long_advertisement =
    "Sign up for our newsletter, which brings you each morning, and on Sundays too, the best of "
    "what we write, chosen by our editors for readers like you, and for no more than a crown.";

/// Sentences that no other article has.
std::string own_text(int number) {
  return "What article number " + std::to_string(number) +
         " tells is told by no other one, and it takes a whole sentence to tell it.";
}

class Counting {
 public:
  explicit Counting(LineCounts from = {}) : counts(std::move(from)) {}

  /// How many lines were learned.
  std::size_t add(const std::string& body) { return counts.add(body_lines(body), next_++).size(); }

  std::size_t add_articles(int first, int last, const std::string& tail = {}) {
    std::size_t learned = 0;
    for (int number = first; number <= last; ++number) {
      learned += add(own_text(number) + (tail.empty() ? "" : "\n" + tail));
    }
    return learned;
  }

  LineCounts counts;

 private:
  std::uint32_t next_ = 0;
};

bool is_learned(const LineCounts& counts, const std::string& line) {
  const LineCounts::Line* known = counts.find(body_lines(line).front().hash);
  return known != nullptr && known->learned;
}

}  // namespace

TEST_CASE("a body is divided into its lines") {
  const std::vector<BodyLine> lines = body_lines("one\ntwo\none");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].hash == lines[2].hash);
  CHECK(lines[0].hash != lines[1].hash);
  CHECK(lines[2].begin == 8);
  CHECK(lines[2].length == 3);
  CHECK(body_lines("").empty());
}

TEST_CASE("the third article of a small outlet tells what all of them repeat") {
  Counting counting;
  CHECK(counting.add_articles(1, 2, advertisement) == 0);
  CHECK(counting.add_articles(3, 3, advertisement) == 1);
  CHECK(is_learned(counting.counts, advertisement));
  CHECK_FALSE(is_learned(counting.counts, own_text(3)));
  CHECK(counting.add_articles(4, 9, advertisement) == 0);  // it is known
}

TEST_CASE("of a long line it takes the fourth") {
  Counting counting;
  CHECK(counting.add_articles(1, 3, long_advertisement) == 0);
  CHECK(counting.add_articles(4, 4, long_advertisement) == 1);
}

TEST_CASE("a line that stands twice in one article counts once") {
  Counting counting;
  CHECK(counting.add_articles(1, 2, advertisement + "\nwhat is between\n" + advertisement) == 0);
}

TEST_CASE("what three articles of a large outlet share is theirs") {
  Counting counting;
  counting.add_articles(1, 400);
  CHECK(counting.add_articles(401, 403, advertisement) == 0);
  CHECK(counting.add_articles(404, 410, advertisement) == 0);
  CHECK(counting.add_articles(411, 411, advertisement) == 1);  // half the root of 411
}

TEST_CASE("copies of a story do not make its text boilerplate") {
  Counting counting;
  const std::string story = own_text(1) + "\n" + own_text(2) + "\n" + own_text(3);
  counting.add(story);
  for (int copy = 0; copy < 5; ++copy) {
    CHECK(counting.add("Copy " + std::to_string(copy) + "\n" + story) == 0);
  }
  CHECK_FALSE(is_learned(counting.counts, own_text(2)));
}

TEST_CASE("short articles with a long list as their tail are no copies") {
  Counting counting;
  std::string tail = "Membership";
  for (int line = 0; line < 30; ++line) tail += "\n• Benefit " + std::to_string(line);
  CHECK(counting.add("A fair in Ostrey\n" + tail) == 0);
  CHECK(counting.add("Rain in Westrey\n" + tail) == 0);
  CHECK(counting.add("A goat in Nostrey\n" + tail) == 31);
}

TEST_CASE("a line tells once which articles had it before it was learned") {
  Counting counting;
  counting.add_articles(0, 2, advertisement);
  const std::uint64_t hash = body_lines(advertisement).front().hash;
  CHECK(counting.counts.take_seen_in(hash) == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(counting.counts.take_seen_in(hash).empty());
}

TEST_CASE("counts go on in the next run") {
  Counting first;
  first.add_articles(1, 2, advertisement);
  Counting second{LineCounts(first.counts.packed())};
  CHECK(second.counts.packed() == first.counts.packed());
  CHECK(second.counts.find(body_lines(advertisement).front().hash)->kept);
  CHECK(second.add_articles(3, 3, advertisement) == 1);
  CHECK(is_learned(LineCounts(second.counts.packed()), advertisement));
}

TEST_CASE("of a large outlet the index does not keep what came once") {
  Counting counting;
  counting.add_articles(1, 400, advertisement);
  const LineCounts kept(counting.counts.packed());
  CHECK(counting.counts.size() == 401);
  CHECK(kept.size() == 1);
  CHECK(is_learned(kept, advertisement));
}

TEST_CASE("rare lines can be forgotten, learned ones never") {
  Counting counting;
  counting.add_articles(1, 100, advertisement);
  counting.add_articles(101, 102, "Twice");
  CHECK(counting.counts.size() == 104);
  counting.counts.forget_rare(64);
  CHECK(counting.counts.size() == 2);
  counting.counts.forget_rare(0);
  CHECK(counting.counts.size() == 1);
  CHECK(is_learned(counting.counts, advertisement));
}

TEST_CASE("what is kept is checked when it is read") {
  Counting counting;
  counting.add_articles(1, 3, advertisement);
  const std::string packed = counting.counts.packed();
  CHECK_THROWS_AS(LineCounts(packed.substr(0, packed.size() - 1)), Error);
}
