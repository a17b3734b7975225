#include "common/index/boilerplate_ranges.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "common/error.h"

using namespace backfile;
using Ranges = std::vector<TextRange>;

TEST_CASE("ranges come back as they were kept") {
  CHECK(boilerplate_value({}).empty());
  CHECK(boilerplate_ranges("").empty());
  CHECK(rc::check([] {
    Ranges ranges;
    std::size_t end = 0;
    for (const auto& [gap, length] :
         *rc::gen::arbitrary<std::vector<std::pair<std::uint16_t, std::uint16_t>>>()) {
      ranges.push_back({end + gap, length});
      end = ranges.back().end();
    }
    RC_ASSERT(boilerplate_ranges(boilerplate_value(ranges)) == ranges);
  }));
}

TEST_CASE("bytes that are no ranges are an error or harmless, never worse") {
  CHECK(rc::check([](const std::string& bytes, const std::string& body) {
    try {
      const std::string own = without_ranges(body, boilerplate_ranges(bytes));
      RC_ASSERT(own.size() <= body.size());
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::index_damaged);
    }
  }));
}

TEST_CASE("ranges without others are what they add") {
  CHECK(ranges_without(Ranges{{2, 3}, {8, 4}}, {}) == Ranges{{2, 3}, {8, 4}});
  CHECK(ranges_without(Ranges{{2, 10}}, Ranges{{0, 4}, {6, 2}, {11, 5}}) == Ranges{{4, 2}, {8, 3}});
  CHECK(ranges_without(Ranges{{2, 3}}, Ranges{{2, 3}}).empty());
}

TEST_CASE("what is left of a body is everything else") {
  CHECK(without_ranges("head\none\ntwo\ntail", Ranges{{0, 5}, {12, 5}}) == "one\ntwo");
  CHECK(without_ranges("one", {}) == "one");
  CHECK(without_ranges("one", Ranges{{0, 3}}).empty());
  CHECK(without_ranges("one", Ranges{{1, 9}}) == "o");
}
