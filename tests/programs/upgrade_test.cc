// backfile-index --upgrade: an index of an older Backfile, made anew from the articles it holds.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "tests/support/corpus.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

/// Makes of an index one that an older Backfile could have made: each article lacks a word.
void age(const std::string& db, const std::string& key = "backfile.analyser",
         const std::string& version = "0") {
  Xapian::WritableDatabase database(generation_of(db), Xapian::DB_OPEN);
  for (Xapian::docid number = 1; number <= database.get_lastdocid(); ++number) {
    Xapian::Document document = database.get_document(number);
    const std::vector<std::string> terms(document.termlist_begin(), document.termlist_end());
    document.remove_term(terms[number % 9]);
    database.replace_document(number, document);
  }
  database.set_metadata(key, version);
  database.commit();
}

/// The small archive, and two files that have an article in common.
class Indexed {
 public:
  explicit Indexed(const std::string& form = "own") {
    temporary_.write("news/a.jsonl", article_lines(0, 60));
    temporary_.write("news/b.jsonl", article_lines(40, 60));
    fs::create_directory(temporary_.path("archive"));
    for (const auto& entry : fs::recursive_directory_iterator(corpus_path())) {
      const fs::path target =
          temporary_.path("archive") / fs::relative(entry.path(), corpus_path());
      fs::is_directory(entry) ? fs::create_directories(target) : fs::copy_file(entry, target) > 0;
    }
    REQUIRE(run({"--positions", form}).status == 0);
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }
  [[nodiscard]] std::string path(const std::string& below) const { return temporary_.path(below); }

  Finished run(std::vector<std::string> options = {}) const {
    options.insert(options.end(), {"--quiet", temporary_.path("news"), temporary_.path("archive")});
    return index_with(db(), options);
  }

 private:
  TemporaryDirectory temporary_;
};

}  // namespace

TEST_CASE("An index of an older Backfile is refused, and --upgrade is the way out") {
  const Indexed indexed;
  age(indexed.db());
  const Finished checked = index_with(indexed.db(), {"--check"});
  CHECK(checked.status == 3);
  CHECK(checked.out.find("hint: backfile-index --upgrade") != std::string::npos);
  for (const Finished& refused :
       {search_in(indexed.db(), {"walrus"}), indexed.run(), index_with(indexed.db(), {"--compact"}),
        index_with(indexed.db(), {"--stats"})}) {
    CHECK(refused.status == 2);
    CHECK(refused.err.find("another analysis of words\n") != std::string::npos);
    CHECK(refused.err.find("hint: backfile-index --upgrade") != std::string::npos);
  }
}

TEST_CASE("An upgraded index answers as one that was made anew, though the sources are gone") {
  for (const char* form : {"own", "xapian"}) {
    for (const char* key : {"backfile.schema", "backfile.analyser", "backfile.stemmer"}) {
      INFO(form << ' ' << key);
      const Indexed indexed(form);
      const auto expected = answers_of(indexed.db());
      const std::string stories = search_in(indexed.db(), {"*", "--near-duplicates", "fold"}).out;
      age(indexed.db(), key);
      fs::rename(indexed.path("news"), indexed.path("gone"));
      const Json report = index_with(indexed.db(), {"--upgrade", "--json"}).json();
      CHECK(report.at("upgraded") == true);
      CHECK(report.at("articles") == 177);
      CHECK(answers_of(indexed.db()) == expected);
      CHECK(search_in(indexed.db(), {"*", "--near-duplicates", "fold"}).out == stories);
      const Finished checked = index_with(indexed.db(), {"--check"});
      INFO(checked.out);
      CHECK(checked.status == 0);
      CHECK(names_in(indexed.db()).size() == 2);
    }
  }
}

TEST_CASE("After an upgrade no source is read again, and what was read is known") {
  const Indexed indexed;
  age(indexed.db());
  REQUIRE(index_with(indexed.db(), {"--upgrade", "--quiet"}).status == 0);
  const Json summary = indexed.run({"--json"}).json();
  CHECK(summary.at("unchanged") == 177);
  CHECK(summary.at("text_bytes") == 0);
}

TEST_CASE("When nothing is to be done --upgrade says so") {
  const Indexed indexed;
  const std::string generation = generation_of(indexed.db());
  const Finished upgraded = index_with(indexed.db(), {"--upgrade"});
  CHECK(upgraded.status == 0);
  CHECK(upgraded.out == "Index " + indexed.db() +
                            ": 177 articles; nothing is to be done, it is what this Backfile "
                            "makes\n");
  CHECK(generation_of(indexed.db()) == generation);
  CHECK(index_with(indexed.db(), {"--upgrade", "--json"}).json().at("upgraded") == false);
}

TEST_CASE("What a newer Backfile made is not made older") {
  const Indexed indexed;
  age(indexed.db(), "backfile.schema", "1000");
  const Finished upgraded = index_with(indexed.db(), {"--upgrade"});
  CHECK(upgraded.status == 2);
  CHECK(upgraded.err.find("was made by a newer Backfile") != std::string::npos);
}

TEST_CASE("Articles that cannot be read any more stop an upgrade, and nothing is lost") {
  const Indexed indexed;
  age(indexed.db());
  {
    Xapian::WritableDatabase database(generation_of(indexed.db()), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(7);
    document.set_data("nonsense");
    database.replace_document(7, document);
    database.commit();
  }
  const std::string generation = generation_of(indexed.db());
  const Finished upgraded = index_with(indexed.db(), {"--upgrade"});
  CHECK(upgraded.status == 2);
  CHECK(upgraded.err.find("damaged") != std::string::npos);
  CHECK(generation_of(indexed.db()) == generation);
  CHECK(Xapian::Database(indexed.db()).get_doccount() == 177);
}

TEST_CASE("An upgrade without room leaves the index as it was") {
  const Indexed indexed;
  age(indexed.db());
  const auto before = names_in(indexed.db());
  Call call;
  call.largest_file = 4096;
  call.environment["LSAN_OPTIONS"] = "detect_leaks=0";  // Xapian's, when a write fails
  CHECK(index_with(indexed.db(), {"--upgrade"}, call).status == 2);
  CHECK(names_in(indexed.db()) == before);
  CHECK(index_with(indexed.db(), {"--upgrade"}).status == 0);
}

TEST_CASE("An upgrade that is killed at whatever time loses nothing") {
  const Indexed indexed;
  age(indexed.db());
  for (int milliseconds = 0; milliseconds < 60; milliseconds += 10) {
    Process upgrading(BACKFILE_INDEX_PROGRAM, {{"--db", indexed.db(), "--upgrade"}});
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    upgrading.send(SIGKILL);
    upgrading.wait();
    CHECK(Xapian::Database(indexed.db()).get_doccount() == 177);
  }
  CHECK(index_with(indexed.db(), {"--upgrade"}).status == 0);
  CHECK(index_with(indexed.db(), {"--check", "--sources"}).status == 0);
  CHECK(names_in(indexed.db()).size() == 2);
}
