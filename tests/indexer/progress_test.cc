#include "indexer/progress.h"

#include <catch2/catch.hpp>

using namespace backfile;

TEST_CASE("The time left is told in the unit that suits it") {
  CHECK(time_left(50, 100, 40) == "40 s left");
  CHECK(time_left(100, 100, 40) == "0 s left");
  CHECK(time_left(10, 100, 10) == "1:30 min left");
  CHECK(time_left(1, 100, 3600) == "99:00 h left");
  CHECK(time_left(1, 2, 3900) == "1:05 h left");
}

TEST_CASE("Nothing is told of the time left as long as it cannot be known") {
  CHECK(time_left(0, 100, 40) == "");
  CHECK(time_left(0, 0, 40) == "");
  CHECK(time_left(5, 0, 40) == "");    // standard input
  CHECK(time_left(1, 101, 40) == "");  // too little was read
  CHECK(time_left(50, 100, 1) == "");
}
