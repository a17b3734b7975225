// backfile-index --check: a sound index is sound, and whatever is damaged in one is found.
#include <xapian.h>

#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <random>

#include "common/field.h"
#include "common/index/columns.h"
#include "indexer/writing/column_writer.h"
#include "tests/support/corpus.h"
#include "tests/support/index_state.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

Json check_of(const std::string& db, std::vector<std::string> options = {}) {
  options.insert(options.end(), {"--check", "--json"});
  return index_with(db, options).json();
}

/// How many findings there are of each part.
std::map<std::string, int> parts_of(const Json& report) {
  std::map<std::string, int> parts;
  for (const Json& finding : report.at("findings")) ++parts[finding.at("part")];
  return parts;
}

using Parts = std::map<std::string, int>;

std::string content_of(const std::string& path) {
  fs::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void overwrite(const std::string& path, const std::string& content) {
  fs::ofstream(path, std::ios::binary) << content;
}

/// An index of 200 articles.
class Indexed {
 public:
  explicit Indexed(std::vector<std::string> options = {"--quiet"}) {
    temporary_.write("news/a.jsonl", article_lines(0, 150));
    temporary_.write("news/b.jsonl", article_lines(150, 50));
    options.push_back(temporary_.path("news"));
    REQUIRE(index_with(db(), options).status == 0);
  }

  [[nodiscard]] std::string db() const { return temporary_.path("db"); }
  [[nodiscard]] std::string path(const std::string& below) const { return temporary_.path(below); }
  [[nodiscard]] std::string file(const std::string& name) const {
    return generation_of(db()) + "/" + name;
  }

  /// Changes the database as no program of ours would, with columns that fit.
  void change(const std::function<void(Xapian::WritableDatabase&)>& work) const {
    Xapian::WritableDatabase database(generation_of(db()), Xapian::DB_OPEN);
    work(database);
    database.commit();
    write_columns(database, generation_of(db()));
  }

  void change_article(const std::function<void(Xapian::Document&)>& work) const {
    change([&](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(7);
      work(document);
      database.replace_document(7, document);
    });
  }

 private:
  TemporaryDirectory temporary_;
};

}  // namespace

TEST_CASE("A sound index is sound in either form") {
  for (const char* form : {"own", "xapian"}) {
    INFO(form);
    const Indexed indexed({"--quiet", "--positions", form});
    const Finished checked = index_with(indexed.db(), {"--check"});
    CHECK(checked.status == 0);
    CHECK(checked.out == "Index " + indexed.db() + " is sound: 200 articles\n");
    CHECK(index_with(indexed.db(), {"--check", "--quiet"}).out.empty());
    const Json report = check_of(indexed.db(), {"--sources"});
    CHECK(report.at("sound") == true);
    CHECK(report.at("articles") == 200);
    CHECK(report.at("findings").empty());
    CHECK(report.at("sources").at("unchanged") == 2);
  }
}

TEST_CASE("The index of the small archive is sound, also after further runs") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  temporary.write("more/a.jsonl", article_lines(0, 3));
  const std::vector<std::vector<std::string>> runs{
      {corpus_path()}, {temporary.path("more")}, {"--prune", temporary.path("more")}};
  for (const auto& run : runs) {
    std::vector<std::string> arguments{"--quiet"};
    arguments.insert(arguments.end(), run.begin(), run.end());
    REQUIRE(index_with(db, arguments).status == 0);
    const Json report = check_of(db);
    INFO(report.dump(1));
    CHECK(report.at("sound") == true);
    fs::ofstream(temporary.path("more/a.jsonl")) << article_lines(1, 4);
  }
}

TEST_CASE("An empty index is sound") {
  const TemporaryDirectory temporary;
  fs::create_directory(temporary.path("nothing"));
  REQUIRE(index_with(temporary.path("db"), {"--quiet", temporary.path("nothing")}).status == 0);
  CHECK(index_with(temporary.path("db"), {"--check"}).status == 0);
}

TEST_CASE("Any file of an index that is missing is found") {
  for (const char* name : {"iamglass", "postlist.glass", "termlist.glass", "docdata.glass"}) {
    INFO(name);
    const Indexed indexed;
    fs::remove(indexed.file(name));
    const Finished checked = index_with(indexed.db(), {"--check"});
    CHECK(checked.status == 3);
    CHECK(checked.out.find("hint: build it again") != std::string::npos);
  }
  const Indexed indexed({"--quiet", "--positions", "xapian"});
  fs::remove(indexed.file("position.glass"));
  CHECK(index_with(indexed.db(), {"--check"}).status == 3);
}

TEST_CASE("A missing or older file of columns is found, and compacting makes it anew") {
  const Indexed indexed;
  fs::remove(indexed.file("columns"));
  const Json report = check_of(indexed.db());
  CHECK(report.at("sound") == false);
  CHECK(parts_of(report) == Parts{{"columns", 1}});
  const std::string hint = report.at("findings")[0].at("hint");
  CHECK(hint.find("--compact") != std::string::npos);
}

TEST_CASE("A changed byte in a file is found when it changes what the index answers") {
  const Indexed indexed;
  const auto expected = answers_of(indexed.db());
  std::mt19937 random(5);
  int found = 0;
  for (const char* name : {"columns", "postlist.glass", "termlist.glass", "docdata.glass"}) {
    const std::string file = indexed.file(name);
    const std::string content = content_of(file);
    for (int i = 0; i < 20; ++i) {
      const std::size_t at = random() % content.size();
      INFO(name << ' ' << at);
      std::string changed = content;
      changed[at] = static_cast<char>(changed[at] ^ static_cast<char>(1 + random() % 255));
      overwrite(file, changed);
      const Finished checked = index_with(indexed.db(), {"--check"});
      INFO(checked.out << checked.err);
      if (checked.status == 3) {
        ++found;
      } else {  // the byte is not in use
        CHECK(checked.status == 0);
        CHECK(answers_of(indexed.db()) == expected);
      }
    }
    overwrite(file, content);
  }
  CHECK(found > 30);
  CHECK(index_with(indexed.db(), {"--check"}).status == 0);
}

TEST_CASE("An article that is not what was read is found") {
  const Indexed indexed;
  SECTION("its text") {
    indexed.change_article([](Xapian::Document& document) {
      std::string data = document.get_data();
      data.replace(data.find("walrus"), 6, "gannet");
      document.set_data(data);
    });
  }
  SECTION("no article at all") {
    indexed.change_article([](Xapian::Document& document) { document.set_data("nonsense"); });
  }
  SECTION("a word too many") {
    indexed.change_article([](Xapian::Document& document) { document.add_term("gannet"); });
  }
  SECTION("a word too few") {
    indexed.change_article([](Xapian::Document& document) { document.remove_term("walrus"); });
  }
  SECTION("another frequency") {
    indexed.change_article([](Xapian::Document& document) { document.add_term("walrus", 3); });
  }
  SECTION("another date") {
    indexed.change_article([](Xapian::Document& document) { document.add_value(0, "20300101"); });
  }
  SECTION("no order of words") {
    indexed.change_article(
        [](Xapian::Document& document) { document.add_value(first_word_group_slot, "nonsense"); });
  }
  const Finished checked = index_with(indexed.db(), {"--check", "--json"});
  INFO(checked.out);
  CHECK(checked.status == 3);
  const Json report = checked.json();
  CHECK(parts_of(report).contains("articles"));
  CHECK(std::string(report.at("findings")[0].at("message")).starts_with("article 7"));
}

TEST_CASE("Two articles with one id and a gap in their numbers are found") {
  const Indexed indexed;
  SECTION("one id") {
    indexed.change([](Xapian::WritableDatabase& database) {
      database.add_document(database.get_document(7));
    });
    CHECK(parts_of(check_of(indexed.db())).contains("postings"));
  }
  SECTION("a gap") {
    indexed.change([](Xapian::WritableDatabase& database) { database.delete_document(7); });
    CHECK(parts_of(check_of(indexed.db())).contains("articles"));
  }
  CHECK(index_with(indexed.db(), {"--check"}).status == 3);
}

TEST_CASE("A manifest that does not fit the articles is found") {
  const Indexed indexed;
  std::string hidden;
  indexed.change([&](Xapian::WritableDatabase& database) {
    std::vector<std::string> keys(database.metadata_keys_begin("sources."),
                                  database.metadata_keys_end("sources."));
    REQUIRE_FALSE(keys.empty());
    for (const std::string& key : keys) database.set_metadata(key, hidden);
  });
  SECTION("nothing is remembered") {
    CHECK(parts_of(check_of(indexed.db())) == Parts{{"manifest", 2}});
  }
  SECTION("no manifest") {
    hidden = "nonsense";
    indexed.change([&](Xapian::WritableDatabase& database) {
      database.set_metadata("sources.0000000000000000", hidden);
    });
    CHECK(parts_of(check_of(indexed.db())) == Parts{{"manifest", 1}});
  }
  CHECK(index_with(indexed.db(), {"--check"}).status == 3);
}

TEST_CASE("A file that gave more articles than stand in it is found") {
  const Indexed indexed;
  indexed.change([](Xapian::WritableDatabase& database) { database.delete_document(200); });
  CHECK(parts_of(check_of(indexed.db())).at("manifest") == 1);
}

TEST_CASE("A key without a name is found") {
  const TemporaryDirectory temporary;
  const std::string db = temporary.path("db");
  REQUIRE(index_with(db, {"--quiet", corpus_path()}).status == 0);
  {
    Xapian::WritableDatabase database(generation_of(db), Xapian::DB_OPEN);
    database.set_metadata(*database.metadata_keys_begin("name.XO"), "");
    database.commit();
    write_columns(database, generation_of(db));
  }
  CHECK(parts_of(check_of(db)) == Parts{{"metadata", 1}});
}

TEST_CASE("Sources are compared with what they were") {
  const Indexed indexed;
  fs::ofstream(indexed.path("news/new.jsonl")) << article_lines(500, 1);
  CHECK(check_of(indexed.db(), {"--sources"}).at("sources").at("unchanged") == 2);
  fs::remove(indexed.path("news/a.jsonl"));
  std::string text = content_of(indexed.path("news/b.jsonl"));
  text[text.find("walrus")] = 'W';
  overwrite(indexed.path("news/b.jsonl"), text);
  const Finished checked = index_with(indexed.db(), {"--check", "--sources"});
  CHECK(checked.status == 1);
  CHECK(checked.out.find("a.jsonl is gone\n") != std::string::npos);
  CHECK(checked.out.find("b.jsonl has changed\n") != std::string::npos);
  CHECK(checked.out.find("is sound: 200 articles") != std::string::npos);
  CHECK(index_with(indexed.db(), {"--check"}).status == 0);
}

TEST_CASE("What is no index cannot be checked") {
  const TemporaryDirectory temporary;
  const Finished checked = index_with(temporary.path("none"), {"--check"});
  CHECK(checked.status == 2);
  CHECK(checked.err.starts_with("error: there is no index at "));
  CHECK_FALSE(fs::exists(temporary.path("none")));
}

TEST_CASE("An index that is being written is not checked") {
  const Indexed indexed;
  const Xapian::WritableDatabase lock(generation_of(indexed.db()), Xapian::DB_OPEN);
  const Finished checked = index_with(indexed.db(), {"--check"});
  CHECK(checked.status == 2);
  CHECK(checked.err.find("is being written by another program") != std::string::npos);
}

TEST_CASE("Upkeep goes with few options and no source") {
  const Indexed indexed;
  const std::map<std::vector<std::string>, std::string> mistakes{
      {{"--check", indexed.path("news")}, "--check takes no source"},
      {{"--check", "--rebuild"}, "option --rebuild does not go with --check"},
      {{"--sources", indexed.path("news")}, "option --sources is for --check only"}};
  for (const auto& [arguments, message] : mistakes) {
    const Finished finished = index_with(indexed.db(), arguments);
    CHECK(finished.status == 2);
    INFO(finished.err);
    CHECK(finished.err.find(message) != std::string::npos);
  }
}
