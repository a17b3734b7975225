#include "indexer/claims.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

using namespace backfile;

TEST_CASE("The first to claim an id keeps it") {
  Claims claims;
  CHECK(claims.claim("id", "content") == Claims::Outcome::first);
  CHECK(claims.claim("id", "content") == Claims::Outcome::same);
  CHECK(claims.claim("id", "other") == Claims::Outcome::conflict);
  CHECK(claims.claim("id", "content") == Claims::Outcome::same);
  CHECK(claims.claim("another id", "content") == Claims::Outcome::first);
  CHECK(claims.claim("", "") == Claims::Outcome::first);
  CHECK(claims.claim("", "") == Claims::Outcome::same);
}

TEST_CASE("Claims are what a table of ids and contents says") {
  const bool holds = rc::check([](const std::vector<std::pair<std::uint8_t, bool>>& asked) {
    Claims claims;
    std::map<std::string, std::string> owners;
    for (const auto& [number, variant] : asked) {
      const std::string id = "id" + std::to_string(number % 16);
      const std::string content = variant ? "one" : "two";
      const auto [owner, is_new] = owners.emplace(id, content);
      const auto expected = is_new                     ? Claims::Outcome::first
                            : owner->second == content ? Claims::Outcome::same
                                                       : Claims::Outcome::conflict;
      RC_ASSERT(claims.claim(id, content) == expected);
    }
  });
  CHECK(holds);
}
