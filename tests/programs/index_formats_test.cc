// Tables, archives and crawls through the whole program: counted, reported, found.
#include <catch2/catch.hpp>

#include "tests/support/packing.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

const std::string table =
    "title,text,date,url\n"
    "Ferry sinks,\"The ferry, old as it was,\nsank.\",9 février 2021,http://harbour.example/1\n"
    "broken\n"
    "Ferry found,It lies on the ground.,2021-02-11,http://www.bbc.co.uk/2\n";

}  // namespace

TEST_CASE("a table in an archive is indexed, found, and not indexed twice") {
  const TemporaryDirectory directory;
  directory.write("news/2021.zip", packed("zip", "none",
                                          {{"tables/feb.csv", table},
                                           {"letter.eml", "From: a@b.c\nMessage-ID: <1>\n\nHi"}}));
  const std::string db = directory.path("index");
  const Finished first = index_with(db, {"--json", directory.path("news")});
  CHECK(first.status == 1);
  const Json made = first.json();
  CHECK(made.at("added") == 2);
  CHECK(made.at("failed") == 1);
  CHECK(made.at("skip_reasons") == Json{{"mail, which is not read", 1}});
  const Json answer = answer_to(db, {"ferry sank"});
  REQUIRE(answer.at("total") == 1);
  CHECK(answer.at("hits").at(0).at("outlet") == "harbour.example");
  CHECK(answer_to(db, {"outlet:\"BBC News\" date:2021-02-11"}).at("total") == 1);
  CHECK(index_with(db, {"--json", directory.path("news")}).json().at("unchanged") == 2);
}

TEST_CASE("a user's table of outlets") {
  const TemporaryDirectory directory;
  const std::string source = directory.write("news.csv", table);
  const std::string outlets =
      directory.write("outlets.tsv", "The Harbour Gazette\tharbour.example\tHG\n");
  const std::string db = directory.path("index");
  index_with(db, {"--outlets", outlets, source});
  CHECK(answer_to(db, {"outlet:\"The Harbour Gazette\""}).at("total") == 1);
  const std::string broken = directory.write("broken.tsv", "The Harbour Gazette\n");
  const Finished refused = index_with(db, {"--outlets", broken, source});
  CHECK(refused.status == 2);
  CHECK(refused.err.find("broken.tsv:1") != std::string::npos);
}

TEST_CASE("what is passed over in a crawl is told once for each kind, and counted in full") {
  const TemporaryDirectory directory;
  std::string crawl;
  for (int i = 0; i < 3; ++i) {
    crawl += "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n";
  }
  const std::string source = directory.write("crawl.warc.gz", gzipped(crawl));
  const Finished done = index_with({}, {"--dry-run", "--json", source});
  CHECK(done.status == 0);
  CHECK(done.err.find("a request of the crawler (3 records)") != std::string::npos);
  CHECK(done.json().at("skipped") == 3);
}
