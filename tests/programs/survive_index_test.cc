// An index that is missing, in use, damaged, of another version or not an index at all: a clear
// message, exit status 2, and nobody's files are touched.
#include <xapian.h>

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>

#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void overwrite(const std::string& file, const std::string& content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

/// A file on the way to ruin; nullopt takes it away.
using Damage = std::optional<std::string> (*)(std::string);

std::optional<std::string> gone(std::string) { return std::nullopt; }
std::optional<std::string> emptied(std::string) { return ""; }
std::optional<std::string> halved(std::string content) {
  return content.substr(0, content.size() / 2);
}
std::optional<std::string> zeroed(std::string content) { return std::string(content.size(), '\0'); }

std::optional<std::string> garbled(std::string content) {
  std::mt19937 random(7);
  for (char& byte : content) byte = static_cast<char>(random());
  return content;
}

std::optional<std::string> speckled(std::string content) {
  std::mt19937 random(7);
  for (std::size_t i = 0; i < 200 && !content.empty(); ++i) {
    content[random() % content.size()] ^= static_cast<char>(random() | 1U);
  }
  return content;
}

const std::vector<std::pair<std::string, Damage>>& damages() {
  static const std::vector<std::pair<std::string, Damage>> all{
      {"gone", gone},     {"emptied", emptied}, {"halved", halved},
      {"zeroed", zeroed}, {"garbled", garbled}, {"speckled", speckled}};
  return all;
}

/// An index of 200 articles, and the sources that it was made from.
class Indexed {
 public:
  Indexed() {
    temporary_.write("news/a.jsonl", article_lines(0, 200));
    REQUIRE(index_with(db(), {"--quiet", source()}).status == 0);
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }
  [[nodiscard]] std::string source() const { return temporary_.path("news"); }

  /// A copy of the index whose file `below` is damaged.
  [[nodiscard]] std::string damaged_copy(const std::string& below, Damage damage) const {
    const std::string copy = temporary_.path("copy");
    fs::remove_all(copy);
    fs::create_directories(copy);
    for (const auto& entry : fs::recursive_directory_iterator(db())) {
      const fs::path target = copy / fs::relative(entry.path(), db());
      fs::is_directory(entry) ? fs::create_directories(target) : fs::copy_file(entry, target) > 0;
    }
    const std::string file = copy + "/" + below;
    if (const auto content = damage(content_of(file))) {
      overwrite(file, *content);
    } else {
      fs::remove(file);
    }
    return copy;
  }

 private:
  TemporaryDirectory temporary_;
};

void check_error(const Finished& finished) {
  CHECK(finished.status == 2);
  CHECK(finished.err.starts_with("error: "));
}

/// Either the right answer, or an error that says what to do.
void check_no_crash(const Finished& finished) {
  if (finished.status == 0 || finished.status == 1) return;
  check_error(finished);
}

}  // namespace

TEST_CASE("A missing index: an error, and the way to make one") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("none");
  for (const std::string& path : {db, temporary.path()}) {
    const Finished found = search_in(path, {"walrus"});
    CHECK(found.status == 2);
    CHECK(found.err.starts_with("error: there is no index at " + path + "\n"));
    CHECK(found.err.find("hint: make one with backfile-index --db " + path) != std::string::npos);
  }
  CHECK_FALSE(fs::exists(db));
  CHECK(answer_to(db, {"walrus"}).at("error").contains("hint"));
}

TEST_CASE("What is no index is neither searched nor written over") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", R"({"title": "T", "body": "A walrus."})");
  const std::vector<std::string> files{"letters/love.txt",     "numbered/g1/mine.txt",
                                       "numbered/g2/mine.txt", "numbered/building/mine.txt",
                                       "single/g7/mine.txt",   "file"};
  for (const std::string& file : files) temporary.write(file, "precious\n");
  for (const char* name : {"letters", "numbered", "single", "file"}) {
    INFO(name);
    check_error(search_in(temporary.path(name), {"walrus"}));
    check_error(index_with(temporary.path(name), {temporary.path("news")}));
    check_error(index_with(temporary.path(name), {"--rebuild", temporary.path("news")}));
  }
  for (const std::string& file : files) CHECK(content_of(temporary.path(file)) == "precious\n");
}

TEST_CASE("Another Xapian database is neither searched nor written over") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", R"({"title": "T", "body": "A walrus."})");
  const std::string db = temporary.path("db");
  {
    Xapian::WritableDatabase other(db, Xapian::DB_CREATE);
    other.add_document(Xapian::Document());
  }
  const Finished found = search_in(db, {"walrus"});
  check_error(found);
  CHECK(found.err.find("no Backfile index") != std::string::npos);
  check_error(index_with(db, {temporary.path("news")}));
  check_error(index_with(db, {"--rebuild", temporary.path("news")}));
  CHECK(Xapian::Database(db).get_doccount() == 1);
}

TEST_CASE("Another program's stub is left alone") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", R"({"title": "T", "body": "A walrus."})");
  temporary.write("db/XAPIANDB", "auto elsewhere\n");
  temporary.write("db/g5/mine.txt", "precious\n");
  check_error(index_with(temporary.path("db"), {"--rebuild", temporary.path("news")}));
  CHECK(content_of(temporary.path("db/XAPIANDB")) == "auto elsewhere\n");
  CHECK(content_of(temporary.path("db/g5/mine.txt")) == "precious\n");
}

TEST_CASE("What a first run left when it was killed is no obstacle") {
  const TemporaryDirectory temporary;
  temporary.write("news/a.json", R"({"title": "T", "body": "A walrus."})");
  const std::string db = temporary.path("db");
  temporary.write("db/XAPIANDB.new", "auto");
  temporary.write("db/g1/flintlock", "");
  temporary.write("db/g1/postlist.glass", "half");
  CHECK(index_with(db, {temporary.path("news")}).status == 0);
  CHECK(search_in(db, {"walrus"}).status == 0);
}

TEST_CASE("An index in use by a writer: backfile-index says so at once, searches go on") {
  const Indexed indexed;
  const Xapian::WritableDatabase lock(generation_of(indexed.db()), Xapian::DB_OPEN);
  const auto before = names_in(indexed.db());
  for (const std::string& option : {std::string("--quiet"), std::string("--rebuild")}) {
    const Finished made = index_with(indexed.db(), {option, indexed.source()});
    check_error(made);
    CHECK(made.err.find("is being written by another program") != std::string::npos);
    CHECK(made.err.find("hint: wait") != std::string::npos);
  }
  CHECK(names_in(indexed.db()) == before);
  CHECK(answer_to(indexed.db(), {"walrus"}).at("total") == 200);
}

TEST_CASE("Damaged columns: the same answers, from the values themselves") {
  const Indexed indexed;
  const auto expected = answers_of(indexed.db());
  const std::string generation = fs::path(generation_of(indexed.db())).filename().string() + "/";
  for (const auto& [name, damage] : damages()) {
    if (name == "speckled") continue;  // what looks whole is believed
    INFO(name);
    const std::string db = indexed.damaged_copy(generation + "columns", damage);
    CHECK(answers_of(db) == expected);
    CHECK(index_with(db, {"--quiet", indexed.source()}).status == 0);
    CHECK(answers_of(db) == expected);
  }
}

TEST_CASE("A damaged index: no crash, an error that names the way out, and that way works") {
  const Indexed indexed;
  const auto expected = answers_of(indexed.db());
  const std::string generation = fs::path(generation_of(indexed.db())).filename().string() + "/";
  for (const char* file :
       {"iamglass", "postlist.glass", "termlist.glass", "position.glass", "docdata.glass"}) {
    for (const auto& [name, damage] : damages()) {
      INFO(file << ' ' << name);
      const std::string db = indexed.damaged_copy(generation + file, damage);
      const Finished found = search_in(db, {"walrus", "\"harbour wall\"", "--facets"});
      check_no_crash(found);
      INFO(found.err);
      if (found.status == 2) CHECK(found.err.find("hint: build ") != std::string::npos);
      check_no_crash(index_with(db, {indexed.source()}));
      const Finished rebuilt = index_with(db, {"--rebuild", indexed.source()});
      INFO(rebuilt.err);
      CHECK(rebuilt.status == 0);
      CHECK(answers_of(db) == expected);
      CHECK(names_in(db).size() == 2);
    }
  }
}

TEST_CASE("A damaged table is told") {
  const Indexed indexed;
  const std::string generation = fs::path(generation_of(indexed.db())).filename().string() + "/";
  for (const auto& [name, damage] : damages()) {
    if (damage == speckled) continue;  // may spare what a search reads
    INFO(name);
    check_error(search_in(indexed.damaged_copy(generation + "postlist.glass", damage), {"walrus"}));
    check_error(search_in(indexed.damaged_copy(generation + "iamglass", damage), {"walrus"}));
  }
}

TEST_CASE("A damaged stub is told, and nothing is taken away") {
  const Indexed indexed;
  for (const auto& [name, damage] : damages()) {
    INFO(name);
    const std::string db = indexed.damaged_copy("XAPIANDB", damage);
    const auto before = names_in(db);
    check_error(search_in(db, {"walrus"}));
    check_error(index_with(db, {indexed.source()}));
    CHECK(names_in(db) == before);
  }
}

TEST_CASE("A damaged index stays until the new one is complete") {
  const Indexed indexed;
  const std::string generation = fs::path(generation_of(indexed.db())).filename().string();
  const std::string db = indexed.damaged_copy(generation + "/termlist.glass", gone);
  const auto before = names_in(db);
  Call call;
  call.largest_file = 4096;
  call.environment["LSAN_OPTIONS"] = "detect_leaks=0";  // Xapian's, when a write fails
  check_error(index_with(db, {"--rebuild", indexed.source()}, call));
  CHECK(names_in(db) == before);
}

TEST_CASE("An index of another version is told, and built again only when asked to") {
  const Indexed indexed;
  for (const char* key : {"backfile.schema", "backfile.analyser", "backfile.stemmer"}) {
    INFO(key);
    {
      Xapian::WritableDatabase database(generation_of(indexed.db()), Xapian::DB_OPEN);
      database.set_metadata(key, "of the future");
    }
    const Finished found = search_in(indexed.db(), {"walrus"});
    check_error(found);
    CHECK(found.err.find("another") != std::string::npos);
    CHECK((found.err.find("--rebuild") != std::string::npos ||
           found.err.find("--upgrade") != std::string::npos));
    check_error(index_with(indexed.db(), {indexed.source()}));
    CHECK(index_with(indexed.db(), {"--rebuild", indexed.source()}).status == 0);
    CHECK(answer_to(indexed.db(), {"walrus"}).at("total") == 200);
  }
}

TEST_CASE("What an earlier run left behind is cleared away by the next") {
  const Indexed indexed;
  fs::create_directories(indexed.db() + "/building/0-0");
  fs::create_directories(indexed.db() + "/g17");
  overwrite(indexed.db() + "/g17/postlist.glass", "half");
  CHECK(index_with(indexed.db(), {indexed.source()}).status == 0);
  CHECK(names_in(indexed.db()).size() == 2);
  CHECK(answer_to(indexed.db(), {"walrus"}).at("total") == 200);
}
