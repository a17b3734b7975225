// What --prune removes, and when it removes nothing.
#include <catch2/catch.hpp>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// Three files of ten articles each, indexed.
class Archive {
 public:
  Archive() {
    for (int file = 0; file < 3; ++file) {
      temporary_.write("news/" + std::to_string(file) + ".jsonl", article_lines(file * 10, 10));
    }
    index();
  }

  [[nodiscard]] std::string path(const std::string& below) const { return temporary_.path(below); }

  Json index(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--json", "--quiet", path("news")});
    const Json summary = index_with(path("db"), options).json();
    const Finished checked = index_with(path("db"), {"--check"});
    INFO(checked.out);
    CHECK(checked.status == 0);
    return summary;
  }

  [[nodiscard]] std::uint64_t total() const {
    return answer_to(path("db"), {"walrus"}).at("total");
  }

 private:
  TemporaryDirectory temporary_;
};

}  // namespace

TEST_CASE("Articles of files that are gone stay, until --prune") {
  const Archive archive;
  fs::remove(archive.path("news/1.jsonl"));
  CHECK(archive.index().at("removed") == 0);
  CHECK(archive.total() == 30);
  CHECK(archive.index({"--prune"}).at("removed") == 10);
  CHECK(archive.total() == 20);
  CHECK(answer_to(archive.path("db"), {"own15"}).at("total") == 0);
  CHECK(archive.index({"--prune"}).at("removed") == 0);
}

TEST_CASE("A file that comes back is read again") {
  const Archive archive;
  fs::rename(archive.path("news/1.jsonl"), archive.path("away"));
  archive.index();
  fs::rename(archive.path("away"), archive.path("news/1.jsonl"));
  CHECK(archive.index().at("unchanged") == 30);
  CHECK(archive.index({"--prune"}).at("removed") == 0);
  CHECK(archive.total() == 30);
}

TEST_CASE("What a file has not any more goes with --prune") {
  const Archive archive;
  fs::ofstream(archive.path("news/1.jsonl")) << article_lines(10, 4);
  CHECK(archive.index().at("removed") == 0);
  CHECK(archive.total() == 30);
  fs::ofstream(archive.path("news/2.jsonl")) << article_lines(20, 7);
  CHECK(archive.index({"--prune"}).at("removed") == 9);  // what was left before goes, too
  CHECK(archive.total() == 21);
  CHECK(archive.index({"--prune"}).at("text_bytes") == 0);
}

TEST_CASE("Nothing of a file that cannot be read to its end is removed") {
  const Archive archive;
  fs::ofstream(archive.path("news/1.jsonl")) << article_lines(10, 4) << "{\"id\": \"cut";
  const Json summary = archive.index({"--prune"});
  CHECK(summary.at("failed") == 1);
  CHECK(summary.at("removed") == 0);
  CHECK(archive.total() == 30);
}

TEST_CASE("Only what lies below the sources of the run is removed") {
  const Archive archive;
  TemporaryDirectory other;
  other.write("a.jsonl", article_lines(100, 10));
  other.write("b.jsonl", article_lines(200, 10));
  index_with(archive.path("db"), {"--quiet", other.path()});
  fs::remove(other.path("a.jsonl"));
  fs::remove(archive.path("news/0.jsonl"));
  CHECK(archive.index({"--prune"}).at("removed") == 10);
  CHECK(answer_to(archive.path("db"), {"own105"}).at("total") == 1);
  CHECK(index_with(archive.path("db"), {"--quiet", "--json", "--prune", other.path()})
            .json()
            .at("removed") == 10);
}

TEST_CASE("When not everything could be reached, nothing is removed, and the summary says why") {
  const Archive archive;
  fs::remove(archive.path("news/1.jsonl"));
  fs::create_symlink("nothing", archive.path("news/link"));
  const Json summary = archive.index({"--prune"});
  CHECK(summary.at("removed") == 0);
  CHECK(summary.at("not_pruned") == archive.path("news/link") + " could not be reached");
  CHECK(archive.total() == 30);
  const Finished text = index_with(archive.path("db"), {"--prune", archive.path("news")});
  CHECK(text.out.find("Nothing was removed: " + archive.path("news/link")) != std::string::npos);
  fs::remove(archive.path("news/link"));
  CHECK(archive.index({"--prune"}).at("removed") == 10);
}

TEST_CASE("A source that is empty now is no reason to remove everything") {
  const Archive archive;
  fs::rename(archive.path("news"), archive.path("elsewhere"));
  fs::create_directory(archive.path("news"));
  const Json summary = archive.index({"--prune"});
  CHECK(summary.at("removed") == 0);
  CHECK(std::string(summary.at("not_pruned")).find("is a disk not mounted?") != std::string::npos);
  CHECK(archive.total() == 30);
}
