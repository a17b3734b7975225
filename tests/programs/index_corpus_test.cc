// backfile-index, as users call it, on our own archive.
#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "tests/support/corpus.h"
#include "tests/support/index_state.h"
#include "tests/support/program.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

std::string article_json(const std::string& url, const std::string& title,
                         const std::string& body) {
  return Json{{"url", url}, {"title", title}, {"body", body}}.dump();
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file.string(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Every file of an index with its bytes.
std::map<std::string, std::string> files_of(const std::string& db) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(db)) {
    if (fs::is_regular_file(entry)) files[entry.path().string()] = content_of(entry.path());
  }
  return files;
}

/// The articles of a dry run's report, by id.
std::map<std::string, Json> reported_articles(const std::string& report) {
  std::map<std::string, Json> articles;
  for (const std::string& line : Finished{0, report, {}}.lines()) {
    Json entry = Json::parse(line);
    if (entry.at("status") == "article") articles[entry.at("id")] = entry;
  }
  return articles;
}

/// What a JSON article says, in the form of corpus.tsv.
CorpusArticle as_row(const Json& article) {
  CorpusArticle row;
  const std::string source = article.at("source");
  row.source = source.substr(source.find("/corpus/") + 8);
  row.id = article.at("id");
  row.outlet = article.value("outlet", "");
  row.date = article.value("published", "");
  row.language = article.value("language", "");
  row.topics = article.value("topics", std::vector<std::string>());
  row.title = article.value("title", "");
  return row;
}

void check_same(const CorpusArticle& found, const CorpusArticle& expected) {
  INFO(expected.source);
  CHECK(found.source == expected.source);
  CHECK(found.id == expected.id);
  CHECK(found.outlet == expected.outlet);
  CHECK(found.date == expected.date);
  CHECK(found.language == expected.language);
  CHECK(found.topics == expected.topics);
  CHECK(found.title == expected.title);
}

std::uint64_t total(const std::string& db, const std::string& query) {
  return answer_to(db, {query}).at("total");
}

}  // namespace

TEST_CASE("The corpus: counts, in text for people") {
  const TemporaryDirectory temporary;
  const Finished made = index_with(temporary.path("db"), {corpus_path()});
  CHECK(made.status == 0);
  REQUIRE_FALSE(made.lines().empty());
  CHECK(made.lines()[0] ==
        "78 articles read: 77 added, 0 updated, 0 unchanged, 1 duplicate left out");
  CHECK(made.out.find("77 articles") != std::string::npos);
  CHECK(made.err.find("31 February 2016") != std::string::npos);
}

TEST_CASE("The corpus: counts, in JSON") {
  const TemporaryDirectory temporary;
  const Finished made = index_with(temporary.path("db"), {"--json", "--quiet", corpus_path()});
  CHECK(made.status == 0);
  CHECK(made.err.empty());
  const Json summary = made.json();
  CHECK(summary.at("format_version") == 1);
  CHECK(summary.at("read") == 78);
  CHECK(summary.at("added") == 77);
  CHECK(summary.at("updated") == 0);
  CHECK(summary.at("unchanged") == 0);
  CHECK(summary.at("removed") == 0);
  CHECK(summary.at("duplicates") == 1);
  CHECK(summary.at("skipped") == 0);
  CHECK(summary.at("failed") == 0);
  CHECK(summary.at("interrupted") == false);
  CHECK(summary.at("index").at("articles") == 77);
  CHECK(summary.at("index").at("bytes") > 0);
}

TEST_CASE("The corpus: every article is found by its id, as it is") {
  std::set<std::string> ids;
  for (const CorpusArticle& expected : corpus_articles()) {
    const Json found = answer_to(corpus_index(), {"id:\"" + expected.id + '"'});
    INFO(expected.id);
    REQUIRE(found.at("total") == 1);
    check_same(as_row(found.at("hits").at(0)), expected);
    ids.insert(expected.id);
  }
  const std::vector<std::string> listed = ids_of(corpus_index(), {"*"});
  CHECK(std::set<std::string>(listed.begin(), listed.end()) == ids);
  CHECK(listed.size() == 77);
}

TEST_CASE("The corpus: the undated are a bucket of their own") {
  std::set<std::string> undated;
  for (const CorpusArticle& article : corpus_articles()) {
    if (article.date.empty()) undated.insert(article.id);
  }
  CHECK(undated.size() == 11);
  const std::vector<std::string> found = ids_of(corpus_index(), {"date:undated"});
  CHECK(std::set<std::string>(found.begin(), found.end()) == undated);
  CHECK(answer_to(corpus_index(), {"--facet", "date"}).at("facets").at("date").at("missing") == 11);
}

TEST_CASE("A second run changes nothing and says so") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", corpus_path()}).status == 0);
  const auto before = files_of(db);
  const Finished again = index_with(db, {corpus_path()});
  CHECK(again.status == 0);
  CHECK(again.lines().at(0) == "78 articles read: nothing has changed, 1 duplicate left out");
  CHECK(files_of(db) == before);
  const Json summary = index_with(db, {"--json", corpus_path()}).json();
  CHECK(summary.at("added") == 0);
  CHECK(summary.at("unchanged") == 77);
  CHECK(summary.at("duplicates") == 1);
  CHECK(files_of(db) == before);
}

TEST_CASE("A changed article is updated, a new one added, the rest stays") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("news/a.json",
                  article_json("https://a.example/1", "One", "The old walrus slept."));
  temporary.write("news/b.json",
                  article_json("https://a.example/2", "Two", "A quiet heron stood."));
  REQUIRE(index_with(db, {temporary.path("news")}).status == 0);
  temporary.write("news/a.json", article_json("https://a.example/1", "One", "The new otter swam."));
  temporary.write("news/c.json",
                  article_json("https://a.example/3", "Three", "A late puffin came."));
  const Json summary = index_with(db, {"--json", temporary.path("news")}).json();
  CHECK(summary.at("added") == 1);
  CHECK(summary.at("updated") == 1);
  CHECK(summary.at("unchanged") == 1);
  CHECK(summary.at("index").at("articles") == 3);
  CHECK(total(db, "walrus") == 0);
  CHECK(total(db, "otter") == 1);
  CHECK(total(db, "puffin") == 1);
  CHECK(total(db, "heron") == 1);
}

TEST_CASE("One changed article among many is updated in place") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  std::string lines;
  for (int i = 0; i < 100; ++i) {
    lines +=
        article_json("https://a.example/" + std::to_string(i), "Title", "The walrus slept.") + "\n";
  }
  temporary.write("news/a.jsonl", lines);
  REQUIRE(index_with(db, {temporary.path("news")}).status == 0);
  lines.replace(lines.find("walrus"), 6, "badger");
  temporary.write("news/a.jsonl", lines);
  const Json summary = index_with(db, {"--json", temporary.path("news")}).json();
  CHECK(summary.at("updated") == 1);
  CHECK(summary.at("unchanged") == 99);
  CHECK(total(db, "walrus") == 99);
  CHECK(total(db, "badger") == 1);
  CHECK(total(db, "*") == 100);
}

TEST_CASE("What every article has is counted and filters also after many were updated") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("news/a.jsonl", article_lines(0, 3000));
  REQUIRE(index_with(db, {"--language", "en", temporary.path("news")}).status == 0);
  temporary.write("news/a.jsonl", article_lines(500, 3000));
  const Json summary =
      index_with(db, {"--json", "--outlet", "Gazette", temporary.path("news")}).json();
  CHECK(summary.at("added") == 500);
  CHECK(summary.at("updated") == 2500);
  CHECK(search_in(db, {"--language", "en", "--count"}).out == "3500\n");
  CHECK(search_in(db, {"walrus", "--language", "en", "--count"}).out == "3500\n");
  CHECK(answer_to(db, {"own700", "--language", "en", "--facets"}).at("total") == 1);
}

TEST_CASE("Two articles with one address but other text are both kept, run after run") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("news/a.json",
                  article_json("https://a.example/live", "Morning", "A walrus slept."));
  temporary.write("news/b.json",
                  article_json("https://a.example/live", "Evening", "An otter swam."));
  CHECK(index_with(db, {"--json", temporary.path("news")}).json().at("added") == 2);
  CHECK(total(db, "walrus") == 1);
  CHECK(total(db, "otter") == 1);
  CHECK(ids_of(db, {"walrus"}) != ids_of(db, {"otter"}));
  CHECK(index_with(db, {"--json", temporary.path("news")}).json().at("unchanged") == 2);
}

TEST_CASE("The same article in two files is one article") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  const std::string text = article_json("https://a.example/1", "One", "A walrus slept.");
  temporary.write("news/a.json", text);
  temporary.write("news/b.json", text);
  const Finished made =
      index_with(db, {"--json", "--report", temporary.path("report"), temporary.path("news")});
  CHECK(made.json().at("duplicates") == 1);
  CHECK(total(db, "walrus") == 1);
  const Json line = Json::parse(content_of(temporary.path("report")));
  CHECK(line.at("status") == "duplicate");
  CHECK(line.at("source") == temporary.path("news/b.json"));
}

TEST_CASE("The source - reads standard input") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  const std::string lines = article_json("https://a.example/1", "One", "A walrus slept.") + "\n" +
                            article_json("https://a.example/2", "Two", "An otter swam.") + "\n";
  Call call;
  call.input = lines;
  CHECK(index_with(db, {"--json", "-"}, call).json().at("added") == 2);
  CHECK(total(db, "otter") == 1);
}

TEST_CASE("A dry run writes no index, and reports every article with how it was found") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  const Finished dry = index_with(db, {"--dry-run", "--report", "-", corpus_path()});
  CHECK(dry.status == 0);
  CHECK(dry.err.find("Dry run") != std::string::npos);
  CHECK_FALSE(fs::exists(db));
  const std::map<std::string, Json> articles = reported_articles(dry.out);
  REQUIRE(articles.size() == 77);
  for (const CorpusArticle& expected : corpus_articles()) {
    const Json& article = articles.at(expected.id);
    check_same(as_row(article), expected);
    CHECK_FALSE(article.at("body").get<std::string>().empty());
    CHECK(article.at("found_by").contains("title"));
  }
}

TEST_CASE("Option --report FILE names what was skipped, failed and odd, and no article") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", article_json("https://a.example/1", "One", "A walrus slept."));
  temporary.write("news/empty.json", "");
  temporary.write("news/odd.json",
                  R"({"title": "Odd", "body": "An otter swam.", "date": "0001-11-30"})");
  const std::string report = temporary.path("report.jsonl");
  const Finished made =
      index_with(temporary.path("db"), {"--report", report, temporary.path("news")});
  CHECK(made.status == 0);
  std::map<std::string, std::string> status;
  for (const std::string& line : Finished{0, content_of(report), {}}.lines()) {
    const Json entry = Json::parse(line);
    status[fs::path(entry.at("source").get<std::string>()).filename().string()] =
        entry.at("status");
  }
  CHECK(status ==
        std::map<std::string, std::string>{{"empty.json", "skipped"}, {"odd.json", "remark"}});
}

TEST_CASE("A report that cannot be written is an error before anything is done") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", article_json("https://a.example/1", "One", "A walrus slept."));
  const std::string db = temporary.path("db");
  const Finished made =
      index_with(db, {"--report", temporary.path("none/report"), temporary.path("news")});
  CHECK(made.status == 2);
  CHECK(made.err.starts_with("error: "));
  CHECK_FALSE(fs::exists(db));
}

TEST_CASE("Option --outlet and --language speak for the articles that do not say") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  Call call;
  call.input =
      R"({"title": "One", "body": "Xyzzy.", "id": "one"})"
      "\n"
      R"({"title": "Two", "body": "Xyzzy.", "id": "two", "outlet": "Its Own", "language": "nl"})";
  const std::vector<std::string> arguments{"--outlet", "The Default", "--language", "sv", "-"};
  REQUIRE(index_with(db, arguments, call).status == 0);
  const Json one = answer_to(db, {"id:one"}).at("hits").at(0);
  CHECK(one.at("outlet") == "The Default");
  CHECK(one.at("language") == "sv");
  const Json two = answer_to(db, {"id:two"}).at("hits").at(0);
  CHECK(two.at("outlet") == "Its Own");
  CHECK(two.at("language") == "nl");
}

TEST_CASE("Option --map says which key holds a field") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  Call call;
  call.input = R"({"meta": {"kop": "A strange heading"}, "lap": "A walrus slept.", "n": "7"})";
  const std::vector<std::string> arguments{"--map", "title=meta.kop", "--map", "body=lap",
                                           "--map", "id=n",           "-"};
  REQUIRE(index_with(db, arguments, call).status == 0);
  const Json hit = answer_to(db, {"walrus"}).at("hits").at(0);
  CHECK(hit.at("title") == "A strange heading");
  CHECK(hit.at("id") == "7");
}

TEST_CASE("Option --rebuild makes the index anew from these sources only") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("old/a.json", article_json("https://a.example/1", "One", "A walrus slept."));
  temporary.write("new/b.json", article_json("https://a.example/2", "Two", "An otter swam."));
  REQUIRE(index_with(db, {temporary.path("old")}).status == 0);
  const Json summary = index_with(db, {"--json", "--rebuild", temporary.path("new")}).json();
  CHECK(summary.at("added") == 1);
  CHECK(summary.at("index").at("articles") == 1);
  CHECK(total(db, "walrus") == 0);
  CHECK(total(db, "otter") == 1);
}

TEST_CASE("The number of threads changes nothing in the index") {
  const TemporaryDirectory temporary;
  const std::string one = temporary.path("one");
  const std::string many = temporary.path("many");
  REQUIRE(index_with(one, {"--jobs", "1", corpus_path()}).status == 0);
  REQUIRE(index_with(many, {"--jobs", "7", corpus_path()}).status == 0);
  const std::vector<std::string> everything{"*", "--limit", "all", "--facets"};
  CHECK(answer_to(one, everything) == answer_to(many, everything));
}

TEST_CASE("A source that is not there is an error, and no index is made") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  const Finished made = index_with(db, {temporary.path("nothing-here")});
  CHECK(made.status == 2);
  CHECK(made.err.find("nothing-here") != std::string::npos);
  CHECK(made.err.find("hint: ") != std::string::npos);
  CHECK_FALSE(fs::exists(db));
}

TEST_CASE("Without --db: $BACKFILE_DB, else .backfile here or in a directory above") {
  const TemporaryDirectory temporary;
  temporary.write("work/news/a.json",
                  article_json("https://a.example/1", "One", "A walrus slept."));
  Call call;
  call.directory = temporary.path("work");
  CHECK(index_with("", {"news"}, call).status == 0);
  CHECK(fs::exists(temporary.path("work/.backfile/XAPIANDB")));
  call.directory = temporary.path("work/news");
  CHECK(search_in("", {"walrus"}, call).status == 0);
  call.environment["BACKFILE_DB"] = temporary.path("elsewhere");
  CHECK(search_in("", {"walrus"}, call).status == 2);
  CHECK(index_with("", {"."}, call).status == 0);
  CHECK(search_in("", {"walrus"}, call).status == 0);
}

TEST_CASE("An index among the sources is not read as one of them") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", article_json("https://a.example/1", "One", "A walrus slept."));
  const std::string db = temporary.path("news/index");
  REQUIRE(index_with(db, {temporary.path("news")}).status == 0);
  const Json again = index_with(db, {"--json", temporary.path("news")}).json();
  CHECK(again.at("unchanged") == 1);
  CHECK(again.at("skipped") == 0);
}

TEST_CASE("A summary that cannot be written is an error") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", article_json("https://a.example/1", "One", "A walrus slept."));
  const std::string db = temporary.path("db");
  Call call;
  std::FILE* full = std::fopen("/dev/full", "we");
  REQUIRE(full != nullptr);
  call.output = fileno(full);
  const Finished made = index_with(db, {"--json", temporary.path("news")}, call);
  std::fclose(full);
  CHECK(made.status == 2);
  CHECK(made.err.find("error: the summary could not be written") != std::string::npos);
  CHECK(total(db, "walrus") == 1);
}
