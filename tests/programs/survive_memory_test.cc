// Too little memory: a message and not a death, and the index is as it was.
#include <catch2/catch.hpp>

#include "tests/support/index_content.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

constexpr std::size_t megabyte = 1 << 20;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

Call call_with(std::size_t memory) {
  Call call;
  call.most_memory = memory;
  return call;
}

/// What the program needs to come to its own code at all.
std::size_t least_memory() {
  for (std::size_t memory = 32 * megabyte;; memory += 4 * megabyte) {
    Call call = call_with(memory);
    call.arguments = {"--version"};
    if (run(BACKFILE_INDEX_PROGRAM, call).status == 0) return memory;
  }
}

}  // namespace

TEST_CASE("Memory runs out while articles are indexed") {
  if (is_sanitized) {
    WARN("skipped: the sanitizers need more addresses than there is memory");
    return;
  }
  const TemporaryDirectory directory;
  directory.write("old/a.jsonl", article_lines(0, 200));
  directory.write("new/b.jsonl", article_lines(200, 20'000));
  const std::vector<std::string> both{"--quiet", directory.path("old"), directory.path("new")};
  const std::string db = directory.path("db");
  REQUIRE(index_with(db, {"--quiet", directory.path("old")}).status == 0);
  const IndexContent before = content_of_index(db);
  bool failed = false;
  std::size_t memory = least_memory();
  for (;; memory += 8 * megabyte) {
    INFO("with " << memory / megabyte << " MB");
    const Finished finished = index_with(db, both, call_with(memory));
    INFO(finished.err);
    if (finished.status == 0) break;
    failed = true;
    CHECK(finished.status == 2);
    CHECK(finished.err.starts_with("error: "));
    CHECK(difference(content_of_index(db), before) == "");
  }
  CHECK(failed);
  CHECK(answer_to(db, {"walrus"}).at("total") == 20'200);
}
