// backfile-index --stats: its counts are those of the search.
#include <catch2/catch.hpp>

#include "tests/support/corpus.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// The values of a facet and how many articles each has, and how many have none.
std::map<std::string, int> facet_of(const std::string& db, const std::string& field) {
  const Json answer = answer_to(db, {"*", "-n", "0", "--facet", field + ":all"});
  const Json& facet = answer.at("facets").at(field);
  std::map<std::string, int> counts{{"", facet.at("missing")}};
  for (const Json& value : facet.at("values")) counts[value.at("value")] = value.at("count");
  return counts;
}

std::map<std::string, int> counts_in(const Json& stats, const std::string& field) {
  const Json& group = stats.at(field);
  std::map<std::string, int> counts{{"", group.at("missing")}};
  for (const Json& value : group.at("values")) counts[value.at("value")] = value.at("count");
  return counts;
}

}  // namespace

TEST_CASE("Statistics count what the facets of all articles count") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", corpus_path()}).status == 0);
  const Json stats = index_with(db, {"--stats", "--json"}).json();
  CHECK(stats.at("articles") == 77);
  for (const char* field : {"outlet", "language", "topic"}) {
    INFO(field);
    const auto counts = counts_in(stats, field);
    const auto facet = facet_of(db, field);
    CHECK(stats.at(field).at("distinct") == facet.size() - 1);
    for (const auto& [value, count] : counts) CHECK(facet.at(value) == count);
    CHECK(counts.size() == std::min<std::size_t>(facet.size(), 21));
  }
  CHECK(stats.at("undated") == answer_to(db, {"date:undated"}).at("total"));
  const Json& year = stats.at("year").at("values")[0];
  const std::string value = year.at("value");
  CHECK(answer_to(db, {"date:" + value}).at("total") == year.at("count"));
  const Json folded = answer_to(db, {"*", "--near-duplicates", "fold"});
  const int copies = stats.at("near_duplicates").at("articles");
  const int stories = stats.at("near_duplicates").at("stories");
  CHECK(folded.at("total") == 77 - copies + stories);
}

TEST_CASE("Statistics measure the files and remember the sources") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("news/a.jsonl", article_lines(0, 30));
  temporary.write("news/b.json", "{\"title\": \"cut");
  temporary.write("news/c.json", "{}");
  index_with(db, {"--quiet", temporary.path("news")});
  fs::remove(temporary.path("news/a.jsonl"));
  index_with(db, {"--quiet", temporary.path("news")});
  const Json stats = index_with(db, {"--stats", "--json"}).json();
  CHECK(stats.at("sources") == Json{{"files", 3}, {"gone", 1}, {"failed", 1}, {"skipped", 1}});
  std::uint64_t bytes = 0;
  for (const auto& [name, size] : stats.at("files").items()) {
    bytes += size.get<std::uint64_t>();
    CHECK(fs::file_size(generation_of(db) + "/" + name) == size);
  }
  CHECK(bytes == stats.at("bytes"));
  CHECK(stats.at("files").contains("columns"));
  CHECK(stats.at("positions") == "own");
  CHECK(stats.at("versions").contains("schema"));
}

TEST_CASE("Statistics as text") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", corpus_path()}).status == 0);
  const std::string text = index_with(db, {"--stats"}).out;
  CHECK(text.starts_with("Index " + db + ": 77 articles, "));
  CHECK(text.find("\nOutlets: ") != std::string::npos);
  CHECK(text.find("  The Harbour Gazette") != std::string::npos);
  CHECK(text.find("  undated") != std::string::npos);
  CHECK(text.find("  postlist.glass") != std::string::npos);
}
