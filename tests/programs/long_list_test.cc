// Lists of any length: the same hits as page by page, without an article twice.
#include <catch2/catch.hpp>

#include "tests/support/search_corpus.h"

using namespace backfile;

namespace {

/// The hits of a query, seven at a time.
std::vector<Json> by_pages(std::vector<std::string> arguments) {
  constexpr std::size_t page = 7;
  arguments.insert(arguments.end(), {"-n", std::to_string(page), "--offset", ""});
  std::vector<Json> hits;
  for (;;) {
    arguments.back() = std::to_string(hits.size());
    Json page_of_hits = answer(arguments).at("hits");
    if (page_of_hits.empty()) break;
    for (Json& hit : page_of_hits) hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace

TEST_CASE("All hits at once are those of all pages, in their order and with their scores") {
  for (const char* query : {"*", "ferry", "bridge OR goat", "\"the bridge\"", "date:..2015"}) {
    for (const char* sort : {"relevance", "newest", "oldest"}) {
      INFO(query << ' ' << sort);
      const Json all = answer({query, "--sort", sort, "-n", "all"}).at("hits");
      CHECK(all == Json(by_pages({query, "--sort", sort})));
      const Json rest = answer({query, "--sort", sort, "-n", "all", "--offset", "3"}).at("hits");
      CHECK(rest == Json(std::vector<Json>(all.begin() + 3, all.end())));
    }
  }
  CHECK(answer({"ferry", "--offset", "20000"}).at("hits").empty());
  CHECK(answer({"ferry", "-n", "all", "--offset", "1000"}).at("hits").empty());
  CHECK(answer({"*", "-n", "20000"}).at("hits") == answer({"*", "-n", "all"}).at("hits"));
}
