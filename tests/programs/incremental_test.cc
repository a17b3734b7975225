// Running again on sources of which some have changed: only these are read, and the index holds
// what the sources hold.
#include <catch2/catch.hpp>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// An archive that changes, and its index.
class Archive {
 public:
  void write(const std::string& name, const std::string& content) const {
    temporary_.write("news/" + name, content);
  }

  void append(const std::string& name, const std::string& content) const {
    fs::ofstream(path(name), std::ios::binary | std::ios::app) << content;
  }

  void remove(const std::string& name) const { fs::remove_all(path(name)); }

  [[nodiscard]] std::string path(const std::string& below = {}) const {
    return temporary_.path("news" + (below.empty() ? below : "/" + below));
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }

  Json index(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--json", "--quiet", path()});
    const Json summary = index_with(db(), options).json();
    const Finished checked = index_with(db(), {"--check"});
    INFO(checked.out);
    CHECK(checked.status == 0);
    return summary;
  }

  [[nodiscard]] std::uint64_t total(const std::string& query) const {
    return answer_to(db(), {query}).at("total");
  }

 private:
  TemporaryDirectory temporary_;
};

std::string article(const std::string& url, const std::string& body) {
  return Json{{"url", url}, {"title", "A title"}, {"body", body}}.dump();
}

/// read, added, updated, unchanged, removed, duplicates.
std::vector<int> counts(const Json& summary) {
  std::vector<int> counts;
  for (const char* key : {"read", "added", "updated", "unchanged", "removed", "duplicates"}) {
    counts.push_back(summary.at(key));
  }
  return counts;
}

using Counts = std::vector<int>;

}  // namespace

TEST_CASE("A run on what has not changed reads nothing and counts everything") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 30));
  archive.write("b.jsonl", article_lines(20, 30));
  archive.write("c.txt", "A headline\n\nA walrus slept.\n");
  archive.write("d.bin", std::string(100, '\x01'));
  const Counts again{61, 0, 0, 51, 0, 10};
  CHECK(counts(archive.index()) == Counts{61, 51, 0, 0, 0, 10});
  const Json second = archive.index();
  CHECK(counts(second) == again);
  CHECK(second.at("skipped") == 1);
  CHECK(second.at("text_bytes") == 0);
  CHECK(counts(archive.index()) == again);
  CHECK(archive.total("walrus") == 51);
}

TEST_CASE("Files that are only touched or written again are not read again") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 30));
  archive.index();
  fs::last_write_time(archive.path("a.jsonl"), 1'000'000'000);
  const Json touched = archive.index();
  CHECK(counts(touched) == Counts{30, 0, 0, 30, 0, 0});
  CHECK(touched.at("text_bytes") == 0);
}

TEST_CASE("A change that leaves size and time as they were is seen") {
  const Archive archive;
  archive.write("a.txt", "A headline\n\nA walrus slept.\n");
  fs::last_write_time(archive.path("a.txt"), 1'000'000'000);
  archive.index();
  archive.write("a.txt", "A headline\n\nA badger slept.\n");
  fs::last_write_time(archive.path("a.txt"), 1'000'000'000);
  CHECK(counts(archive.index()) == Counts{1, 0, 1, 0, 0, 0});
  CHECK(archive.total("badger") == 1);
  CHECK(archive.total("walrus") == 0);
}

TEST_CASE("Of JSON lines that only grew the new ones are read") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 50));
  archive.index();
  archive.append("a.jsonl", article_lines(50, 3));
  const Json grown = archive.index();
  CHECK(counts(grown) == Counts{3, 3, 0, 0, 0, 0});
  CHECK(grown.at("index").at("articles") == 53);
  const Json hit = answer_to(archive.db(), {"own51"}).at("hits").at(0);
  CHECK(hit.at("source") == archive.path("a.jsonl") + "#52");
  CHECK(counts(archive.index()) == Counts{53, 0, 0, 53, 0, 0});
}

TEST_CASE("JSON lines that grew and changed before are read from their start") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 50));
  archive.index();
  archive.write("a.jsonl", article_lines(1, 52));
  CHECK(counts(archive.index()) == Counts{52, 3, 0, 49, 0, 0});
  CHECK(answer_to(archive.db(), {"own51"}).at("hits").at(0).at("source") ==
        archive.path("a.jsonl") + "#51");
  CHECK(archive.total("own0") == 1);  // it stays until --prune
  CHECK(counts(archive.index({"--prune"})) == Counts{52, 0, 0, 52, 1, 0});
}

TEST_CASE("A line that was cut when the file was read is read when it is whole") {
  const Archive archive;
  const std::string lines = article_lines(0, 3);
  archive.write("a.jsonl", lines.substr(0, lines.size() - 20));
  CHECK(archive.index().at("failed") == 1);
  archive.append("a.jsonl", lines.substr(lines.size() - 20));
  const Json whole = archive.index();
  CHECK(counts(whole) == Counts{3, 1, 0, 2, 0, 0});
  CHECK(whole.at("failed") == 0);
}

TEST_CASE("An article in two files is indexed once and keeps both") {
  const Archive archive;
  archive.write("a.json", article("https://a.example/1", "A walrus slept."));
  archive.write("b.json", article("https://a.example/1", "A walrus slept."));
  CHECK(counts(archive.index()) == Counts{2, 1, 0, 0, 0, 1});
  for (const char* name : {"a.json", "b.json"}) {
    CHECK(archive.total("source:\"" + archive.path(name) + '"') == 1);
  }
  archive.write("0.json", article("https://a.example/1", "A walrus slept."));
  CHECK(counts(archive.index()) == Counts{3, 0, 0, 1, 0, 2});
  CHECK(archive.total("source:\"" + archive.path("0.json") + '"') == 1);
  CHECK(archive.total("walrus") == 1);

  archive.remove("a.json");
  CHECK(counts(archive.index({"--prune"})) == Counts{2, 0, 0, 0, 0, 2});
  CHECK(archive.total("source:\"" + archive.path("a.json") + '"') == 0);
  CHECK(answer_to(archive.db(), {"walrus"}).at("hits").at(0).at("source") ==
        archive.path("b.json"));
  archive.remove("b.json");
  archive.remove("0.json");
  archive.write("c.json", article("https://a.example/2", "A badger slept."));
  CHECK(counts(archive.index({"--prune"})) == Counts{1, 1, 0, 0, 1, 0});
  CHECK(archive.total("walrus") == 0);
}

TEST_CASE("A file that has another article under a known address does not replace it") {
  const Archive archive;
  archive.write("b.json", article("https://a.example/1", "A walrus slept."));
  archive.index();
  archive.write("a.json", article("https://a.example/1", "A badger slept."));
  CHECK(counts(archive.index()) == Counts{2, 1, 0, 1, 0, 0});
  CHECK(ids_of(archive.db(), {"walrus"}) == std::vector<std::string>{"https://a.example/1"});
  CHECK(ids_of(archive.db(), {"badger"}) == std::vector<std::string>{"https://a.example/1#a.json"});
  archive.write("a.json", article("https://a.example/1", "A badger woke up."));
  CHECK(counts(archive.index()) == Counts{2, 0, 1, 1, 0, 0});
  CHECK(archive.total("slept") == 1);
}

TEST_CASE("A file that was moved has its articles in the new place") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 5));
  archive.index();
  fs::rename(archive.path("a.jsonl"), archive.path("b.jsonl"));
  CHECK(counts(archive.index()) == Counts{5, 0, 0, 5, 0, 0});
  const Json hits = answer_to(archive.db(), {"walrus"}).at("hits");
  for (const Json& hit : hits) {
    CHECK(std::string(hit.at("source")).starts_with(archive.path("b.jsonl#")));
  }
  CHECK(archive.total("source:\"" + archive.path("a.jsonl") + '"') == 0);
  CHECK(counts(archive.index({"--prune"})) == Counts{5, 0, 0, 5, 0, 0});
}

TEST_CASE("Other options read everything again") {
  const Archive archive;
  archive.write("a.jsonl", article_lines(0, 5));
  archive.index();
  CHECK(counts(archive.index({"--outlet", "The Gazette"})) == Counts{5, 0, 5, 0, 0, 0});
  CHECK(archive.total("outlet:\"the gazette\"") == 5);
  CHECK(counts(archive.index({"--outlet", "The Gazette"})) == Counts{5, 0, 0, 5, 0, 0});
  CHECK(counts(archive.index({"--map", "title=body"})) == Counts{5, 0, 5, 0, 0, 0});
}

TEST_CASE("A file is known again below another source, and its articles keep their ids") {
  const Archive archive;
  archive.write("deep/a.txt", "A headline\n\nA walrus slept.\n");
  archive.index();
  const std::vector<std::string> ids = ids_of(archive.db(), {"walrus"});
  CHECK(ids == std::vector<std::string>{"deep/a.txt"});
  const auto index = [&] {
    return index_with(archive.db(), {"--json", archive.path("deep")}).json();
  };
  CHECK(counts(index()) == Counts{1, 0, 0, 1, 0, 0});
  archive.append("deep/a.txt", "And a badger.\n");
  CHECK(counts(index()) == Counts{1, 0, 1, 0, 0, 0});
  CHECK(ids_of(archive.db(), {"badger"}) == ids);
}

TEST_CASE("Failures are remembered, and tried again when asked or when the file changes") {
  const Archive archive;
  archive.write("bad.json", R"({"id": "bad", "title": "Bad", "body": "In the mid)");
  archive.write("good.json", article("https://a.example/1", "A walrus slept."));
  CHECK(archive.index().at("failed") == 1);
  const std::string report = archive.path("../report");
  const Json again = archive.index({"--report", report});
  CHECK(again.at("failed") == 1);
  CHECK(again.at("known_failed") == 1);
  fs::ifstream lines(report);
  const Json line = Json::parse(lines);
  CHECK(line.at("status") == "failed");
  CHECK(line.at("source") == archive.path("bad.json"));
  CHECK(index_with(archive.db(), {archive.path()}).status == 1);
  const Json retried = archive.index({"--retry-failed"});
  CHECK(retried.at("failed") == 1);
  CHECK(retried.at("known_failed") == 0);
  CHECK(counts(retried) == Counts{1, 0, 0, 1, 0, 0});
  archive.append("bad.json", "dle\"}");
  CHECK(archive.index().at("failed") == 0);
  CHECK(archive.total("middle") == 1);
}

TEST_CASE("A page of a scanned issue that changes is read again with the issue") {
  const Archive archive;
  const std::string mets =
      R"(<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
<fileSec><fileGrp><file ID="F1"><FLocat xlink:href="file://./page/1.xml"/></file></fileGrp></fileSec>
<structMap TYPE="PHYSICAL"><div TYPE="Issue"><div TYPE="PAGE" ID="P1"><fptr FILEID="F1"/></div></div>
</structMap></mets>)";
  const auto page = [](const std::string& word) {
    return R"(<alto><Layout><Page PHYSICAL_IMG_NR="1"><PrintSpace><TextBlock ID="B1"><TextLine>
<String CONTENT=")" +
           word + R"("/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>)";
  };
  archive.write("issue.xml", mets);
  archive.write("page/1.xml", page("walrus"));
  CHECK(archive.index().at("added") == 1);
  const Json second = archive.index();
  CHECK(counts(second) == Counts{1, 0, 0, 1, 0, 0});
  CHECK(second.at("text_bytes") == 0);
  archive.write("page/1.xml", page("badger"));
  CHECK(archive.index().at("updated") == 1);
  CHECK(archive.total("badger") == 1);
  archive.remove("issue.xml");
  archive.index({"--prune"});
  CHECK(answer_to(archive.db(), {"badger"}).at("hits").at(0).at("source") ==
        archive.path("page/1.xml") + "!page 1");
}
