// Outlets in a query by their other names and addresses.
#include <catch2/catch.hpp>

#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

using Ids = std::vector<std::string>;

std::string line(const std::string& url, const std::string& outlet) {
  return Json{{"url", url}, {"title", "Ferry"}, {"body", "It sails."}, {"outlet", outlet}}.dump() +
         "\n";
}

const std::string from_bbc = "https://www.bbc.co.uk/news/1";
const std::string from_gazette = "https://gazette.example/1";
const std::string from_host = "https://foghorn.example/1";

const std::string archive = line(from_bbc, "") + line(from_gazette, "The Harbour Gazette") +
                            line(from_host, "foghorn.example");

}  // namespace

TEST_CASE("An outlet is found by its hosts and its other names, too") {
  const TemporaryDirectory place;
  const std::string file = place.write("archive.jsonl", archive);
  const std::string table =
      place.write("outlets.tsv", "The Harbour Gazette\tgazette.example\tThe Gaz | HG\n");
  const std::string db = place.path("index");
  REQUIRE(index_with(db, {"--quiet", "--outlets", table, file}).status == 0);
  for (const char* query :
       {"outlet:\"bbc news\"", "outlet:bbc.co.uk", "outlet:www.bbc.com", "outlet:news.bbc.co.uk",
        "outlet:\"BBC News (Online)\"", "outlet:https://www.bbc.co.uk/news"}) {
    CAPTURE(query);
    CHECK(ids_of(db, {query}) == Ids{from_bbc});
  }
  CHECK(ids_of(db, {"--outlet", "www.bbc.com", "*"}) == Ids{from_bbc});
  CHECK(ids_of(db, {"--outlet", "bbc|the gaz", "*"}).size() == 2);
  CHECK(ids_of(db, {"outlet:hg"}) == Ids{from_gazette});
  CHECK(ids_of(db, {"outlet:gazette.example"}) == Ids{from_gazette});
  CHECK(ids_of(db, {"outlet:foghorn.example"}) == Ids{from_host});
  CHECK(ids_of(db, {"outlet:theguardian.com"}).empty());
  CHECK(ids_of(db, {"-outlet:bbc.co.uk"}).size() == 2);
}

TEST_CASE("An outlet that has the name itself is meant before others") {
  const TemporaryDirectory place;
  const std::string table = place.write("outlets.tsv", "The Harbour Gazette\t\tfoghorn.example\n");
  const std::string db = place.path("index");
  const std::string first = place.write("first.jsonl", line(from_host, "foghorn.example"));
  const std::string second = place.write("second.jsonl", line(from_gazette, "The Harbour Gazette"));
  REQUIRE(index_with(db, {"--quiet", first}).status == 0);
  REQUIRE(index_with(db, {"--quiet", "--outlets", table, second}).status == 0);
  CHECK(ids_of(db, {"outlet:foghorn.example"}) == Ids{from_host});
  CHECK(ids_of(db, {"outlet:\"the harbour gazette\""}) == Ids{from_gazette});
}

TEST_CASE("Names of outlets stay known when an index grows a little") {
  const TemporaryDirectory place;
  std::string many;
  for (int i = 0; i < 60; ++i) many += line("https://gazette.example/" + std::to_string(i), "Gaz");
  const std::string db = place.path("index");
  REQUIRE(index_with(db, {"--quiet", place.write("many.jsonl", many)}).status == 0);
  CHECK(ids_of(db, {"outlet:bbc.com"}).empty());
  REQUIRE(index_with(db, {"--quiet", place.write("one.jsonl", line(from_bbc, ""))}).status == 0);
  CHECK(ids_of(db, {"outlet:bbc.com"}) == Ids{from_bbc});
}
