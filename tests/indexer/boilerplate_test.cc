#include "indexer/enrichment/boilerplate.h"

#include <catch2/catch.hpp>

using namespace backfile;
using Ranges = std::vector<TextRange>;

namespace {

const std::string advertisement = "Sign up for our newsletter";

Article article(int number, const std::string& outlet, const std::string& tail = advertisement) {
  Article made;
  made.outlet = outlet;
  made.body = "Own text of article " + std::to_string(number) + ".\n" + tail;
  made.source.path = "/archive/" + std::to_string(number) + ".txt";
  return made;
}

std::string nothing_known(const std::string& /*group*/) { return {}; }

/// Learns from articles `first` to `last`, each a batch by itself.
void learn(Boilerplate& boilerplate, int first, int last, const std::string& outlet) {
  for (int number = first; number <= last; ++number) {
    boilerplate.begin_batch();
    boilerplate.learn(article(number, outlet));
  }
}

std::string boilerplate_in(const Boilerplate& boilerplate, const Article& article) {
  std::string text;
  for (const TextRange& range : boilerplate.ranges(article)) {
    text += "[" + article.body.substr(range.begin, range.length) + "]";
  }
  return text;
}

}  // namespace

TEST_CASE("what is repeated is learned for its outlet, and no other") {
  Boilerplate boilerplate(nothing_known);
  learn(boilerplate, 1, 3, "Ostrey Foghorn");
  CHECK(boilerplate_in(boilerplate, article(9, "Ostrey Foghorn")) == "[\n" + advertisement + "]");
  CHECK(boilerplate_in(boilerplate, article(9, "ostrey foghorn")) == "[\n" + advertisement + "]");
  CHECK(boilerplate_in(boilerplate, article(9, "Westrey Bell")).empty());
}

TEST_CASE("articles of no known outlet are taken together by folder") {
  Boilerplate boilerplate(nothing_known);
  learn(boilerplate, 1, 3, "");
  Article elsewhere = article(9, "");
  CHECK_FALSE(boilerplate.ranges(elsewhere).empty());
  elsewhere.source.path = "/other/9.txt";
  CHECK(boilerplate.ranges(elsewhere).empty());
  elsewhere.source = {"/archive/9.zip", "9.txt", 0};
  CHECK(boilerplate.ranges(elsewhere).empty());
  CHECK(line_group(elsewhere).filter == "XNoutlet");
}

TEST_CASE("neighbouring lines are one range, with the line end that goes with them") {
  Boilerplate boilerplate(nothing_known);
  const std::string own = "Own sentence of article ";
  const auto body = [&](int number) {
    const std::string text = own + std::to_string(number);
    return "Advertisement\n" + text + "\nAdvertisement\n" + text + " too\nJoin us\nFrom 1 crown";
  };
  for (int number = 1; number <= 3; ++number) {
    Article made = article(number, "Ostrey Foghorn");
    made.body = body(number);
    boilerplate.learn(made);
  }
  Article made = article(9, "Ostrey Foghorn");
  made.body = body(9);
  CHECK(boilerplate_in(boilerplate, made) ==
        "[Advertisement\n][Advertisement\n][\nJoin us\nFrom 1 crown]");
  made.body = "Join us";
  CHECK(boilerplate_in(boilerplate, made) == "[Join us]");
}

TEST_CASE("articles of batches before a line was learned are to be put right") {
  Boilerplate boilerplate(nothing_known);
  learn(boilerplate, 1, 1, "Westrey Bell");
  learn(boilerplate, 2, 2, "Ostrey Foghorn");
  boilerplate.begin_batch();
  for (int number = 3; number <= 5; ++number) boilerplate.learn(article(number, "Ostrey Foghorn"));
  CHECK(boilerplate.late_articles() == std::set<std::uint32_t>{1});
  CHECK(boilerplate.late_lines().empty());
}

TEST_CASE(
    "what was learned is known in the next run, and what is nearly learned is learned there") {
  Boilerplate first(nothing_known);
  learn(first, 1, 3, "Ostrey Foghorn");
  learn(first, 4, 5, "Westrey Bell");
  const std::map<std::string, std::string> kept = first.packed();
  Boilerplate second([&](const std::string& group) {
    const auto known = kept.find(group);
    return known == kept.end() ? std::string() : known->second;
  });
  learn(second, 6, 6, "Ostrey Foghorn");
  CHECK_FALSE(second.ranges(article(7, "Ostrey Foghorn")).empty());
  CHECK(second.packed().size() == 1);  // of the other outlet nothing was read
  CHECK(second.late_lines().empty());
  learn(second, 7, 7, "Westrey Bell");
  REQUIRE(second.late_lines().size() == 1);
  CHECK(second.late_lines()[0].text == advertisement);
  CHECK(second.late_lines()[0].group.filter == "XOwestrey bell");
  CHECK(second.late_articles().empty());
}

TEST_CASE("many lines that come once do not fill the memory") {
  Boilerplate boilerplate(nothing_known);
  std::size_t line = 0;
  for (int number = 0; number < 40; ++number) {
    std::string tail = advertisement;
    for (int i = 0; i < 20'000; ++i) tail += "\nline " + std::to_string(line++);
    boilerplate.learn(article(number, "Ostrey Foghorn", tail));
  }
  CHECK_FALSE(boilerplate.ranges(article(99, "Ostrey Foghorn")).empty());
  std::size_t bytes = 0;
  for (const auto& [group, packed] : boilerplate.packed()) bytes += packed.size();
  CHECK(bytes < 10'000'000);
}
