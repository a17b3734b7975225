// A run that dies, or whose disk fails, at each step of its writing: the index holds what it held
// before, or what the whole run gives, and the next run completes it.
#include <algorithm>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "tests/support/faults.h"
#include "tests/support/index_content.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// So many directories that their batches, two each, become three databases.
constexpr int directories = 66;

/// An archive that an index was made of and that has changed since; each directory is a source, and
/// so a batch, by itself.
class Archive {
 public:
  Archive() {
    for (int number = 0; number < directories; ++number) {
      write(number, "a", article_lines(2 * number, 1));
      write(number, "b", article_lines(2 * number + 1, 1));
    }
  }

  /// Articles that stand in `changed` directories change, as many go, and as many come.
  void change(int changed) const {
    for (int number = 0; number < changed; ++number) {
      write(number, "a", changed_line(2 * number));
      fs::remove(path(number + 20, "b"));
      write(number + 40, "c", article_lines(1000 + number, 1));
    }
  }

  [[nodiscard]] std::vector<std::string> run(std::vector<std::string> options = {}) const {
    options.push_back("--quiet");
    for (int number = 0; number < directories; ++number) options.push_back(path(number, ""));
    return options;
  }

  [[nodiscard]] std::string at(const std::string& name) const { return temporary_.path(name); }

 private:
  [[nodiscard]] std::string path(int directory, const std::string& file) const {
    return temporary_.path("news/" + std::to_string(directory) + "/" + file);
  }

  void write(int directory, const std::string& file, const std::string& text) const {
    temporary_.write("news/" + std::to_string(directory) + "/" + file, text);
  }

  static std::string changed_line(int number) {
    const Json article{{"id", "article-" + std::to_string(number)},
                       {"title", "Once more"},
                       {"body", "The walrus has seen another harbour."}};
    return article.dump() + "\n";
  }

  TemporaryDirectory temporary_;
};

void copy(const std::string& from, const std::string& to) {
  fs::remove_all(to);
  if (fs::exists(from)) fs::copy(from, to, fs::copy_options::recursive);
}

std::optional<IndexContent> content_if_there(const std::string& db) {
  if (!fs::exists(db + "/XAPIANDB")) return {};
  return content_of_index(db);
}

/// A run on an index, of which the state before and after are known.
class Change {
 public:
  /// `before` is where the index is, if there is one.
  Change(const Archive& archive, std::vector<std::string> options)
      : archive_(archive), options_(std::move(options)) {
    copy(before(), at("after"));
    REQUIRE(run_on(at("after")).status == 0);
    after_ = content_of_index(at("after"));
    before_ = content_if_there(before());
  }

  /// Lets the run meet the fault at its steps from the first on, each `stride` behind another.
  void meet(const std::string& kind, std::size_t stride, std::size_t first = 1) const {
    std::size_t step = first;
    while (meets({kind, step})) step += stride;
    CHECK(step > 20);
  }

 private:
  [[nodiscard]] std::string at(const std::string& name) const { return archive_.at(name); }
  [[nodiscard]] std::string before() const { return at("before"); }

  /// Without a fault, and without the time that a disk takes to synchronise.
  [[nodiscard]] Finished run_on(const std::string& db) const {
    return index_with_fault({"none", 0}, db, at("log"), archive_.run(options_)).finished;
  }

  /// False when the run had ended before the step.
  [[nodiscard]] bool meets(const Fault& fault) const {
    const std::string db = at("db");
    copy(before(), db);
    const FaultyRun run = index_with_fault(fault, db, at("log"), archive_.run(options_));
    if (run.steps < fault.step) return false;
    INFO(fault.kind << " at step " << fault.step << ", the last is " << run.last);
    check_end(fault, run.finished);
    check_state(db);
    CHECK(run_on(db).status == 0);
    CHECK(difference(content_of_index(db), after_) == "");
    CHECK(names_in(db).size() == 2);
    return true;
  }

  static void check_end(const Fault& fault, const Finished& finished) {
    INFO(finished.err);
    if (fault.kind == "kill" || fault.kind == "cut") {
      CHECK(finished.status == 128 + SIGKILL);
    } else if (finished.status != 0) {
      CHECK(finished.status == 2);
      CHECK(finished.err.starts_with("error: "));
      CHECK(finished.err.find(fault.kind == "full" ? "o space left" : "Input/output error") !=
            std::string::npos);
    }
  }

  /// Without a state before, there may be an index without articles.
  void check_state(const std::string& db) const {
    const auto found = content_if_there(db);
    if (!found || found->articles.empty()) {
      CHECK(!before_);
    } else {
      CHECK((found == before_ || found == after_));
      CHECK(search_in(db, {"walrus", "\"the harbour\"", "--facets"}).status < 2);
    }
  }

  const Archive& archive_;
  std::vector<std::string> options_;
  std::optional<IndexContent> before_;
  IndexContent after_;
};

/// How far apart the steps are that are tried. Every one for the kill, which is seen most, of the
/// others every fifth, unless $BACKFILE_EVERY_FAULT is set: that takes some minutes. Under the
/// sanitizers, which look for other errors and are slow, fewer.
struct Strides {
  std::size_t kill = 1;
  std::size_t others = 5;
};

Strides strides() {
  if (std::getenv("BACKFILE_EVERY_FAULT") != nullptr) return {1, 1};
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  return {11, 29};
#else
  return {};
#endif
}

void meet_all(const Change& change) {
  const auto [kill, others] = strides();
  change.meet("kill", kill);
  change.meet("cut", others, std::min<std::size_t>(others, 2));
  change.meet("full", others, std::min<std::size_t>(others, 3));
  change.meet("broken", others, std::min<std::size_t>(others, 4));
}

void index_before(const Archive& archive) {
  REQUIRE(index_with(archive.at("before"), archive.run()).status == 0);
}

}  // namespace

TEST_CASE("Faults while a first index is made") {
  const Archive archive;
  meet_all(Change(archive, {}));
}

TEST_CASE("Faults while a few articles are added and replaced and removed in place") {
  const Archive archive;
  index_before(archive);
  archive.change(2);
  meet_all(Change(archive, {"--prune"}));
}

TEST_CASE("Faults while many articles are added and replaced and removed") {
  const Archive archive;
  index_before(archive);
  archive.change(20);
  meet_all(Change(archive, {"--prune"}));
}

TEST_CASE("Faults while an index is made anew") {
  const Archive archive;
  index_before(archive);
  archive.change(20);
  meet_all(Change(archive, {"--rebuild"}));
}
