#include "indexer/readers/subject_codes.h"

#include <catch2/catch.hpp>

using namespace backfile;

namespace {
using Names = std::vector<std::string_view>;
}

TEST_CASE("subject codes have the names of their two upper levels") {
  CHECK(subject_names("04008018") == Names{"economy, business and finance", "macro economics"});
  CHECK(subject_names("subj:15054000") == Names{"sport", "soccer"});
  CHECK(subject_names("11000000") == Names{"politics"});
  CHECK(subject_names("15999000") == Names{"sport"});
}

TEST_CASE("media topics have their own name") {
  CHECK(subject_names("medtop:20000082") == Names{"crime"});
  CHECK(subject_names("medtop:17000000") == Names{"weather"});
  CHECK(subject_names("medtop:20000001").empty());
}

TEST_CASE("anything else has none") {
  CHECK(subject_names("").empty());
  CHECK(subject_names("N2:ARG").empty());
  CHECK(subject_names("iso3166:04008018").empty());
  CHECK(subject_names("0400801").empty());
  CHECK(subject_names("18000000").empty());
  CHECK(subject_names("0400a018").empty());
}
