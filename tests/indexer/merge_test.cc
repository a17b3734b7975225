#include "indexer/writing/merge.h"

#include <rapidcheck.h>
#include <xapian.h>

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <fstream>

#include "common/error.h"
#include "tests/support/sample_database.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

CATCH_TRANSLATE_EXCEPTION(const Xapian::Error& error) { return error.get_description(); }

namespace {

/// Databases below a directory.
class Sources {
 public:
  explicit Sources(const TemporaryDirectory& directory) : directory_(directory) {}

  std::string next() {
    paths_.push_back(directory_.path(std::to_string(paths_.size())));
    return paths_.back();
  }

  [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }

 private:
  const TemporaryDirectory& directory_;
  std::vector<std::string> paths_;
};

/// Puts new documents in the place of some, adds some, and removes one.
void change(const std::string& path, Writer& writer) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  const auto put = [&](Xapian::docid number) {
    with_record(writer.sample(1 + writer.below(30)), [&](const IndexRecord& record) {
      database.replace_document(number, make_document(record));
    });
    if (writer.below(3) == 0) database.commit();
  };
  for (std::size_t i = writer.below(6); i > 0; --i) {
    put(static_cast<Xapian::docid>(1 + writer.below(database.get_doccount())));
  }
  for (std::size_t i = writer.below(4); i > 0; --i) put(database.get_doccount() + 1);
  if (writer.below(3) == 0 && database.get_doccount() > 1) {
    const Xapian::docid any = static_cast<Xapian::docid>(1 + writer.below(database.get_doccount()));
    database.delete_document(writer.below(2) == 0 ? any : database.get_lastdocid());
  }
  for (std::size_t i = writer.below(4); i > 0; --i) {
    // Of one key, Xapian takes any.
    database.set_metadata(path + std::to_string(writer.below(5)), writer.text(5));
  }
  database.commit();
}

std::vector<std::string> metadata_of(const Xapian::Database& database) {
  std::vector<std::string> metadata;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    metadata.push_back(*key + "=" + database.get_metadata(*key));
  }
  return metadata;
}

/// What Xapian makes of the same sources.
Xapian::Database merged_by_xapian(const std::vector<std::string>& sources,
                                  const std::string& target) {
  Xapian::Database all;
  for (const std::string& source : sources) all.add_database(Xapian::Database(source));
  all.compact(target);
  return Xapian::Database(target);
}

/// The first line that is another; "" when there is none.
std::string difference(const std::vector<std::string>& these,
                       const std::vector<std::string>& those) {
  const auto [mine, its] = std::mismatch(these.begin(), these.end(), those.begin(), those.end());
  const std::string first = mine == these.end() ? "the end" : *mine;
  const std::string second = its == those.end() ? "the end" : *its;
  return first == second ? "" : first + " is not " + second;
}

void check_merge(const std::vector<std::string>& sources, const TemporaryDirectory& temporary) {
  const Xapian::Database expected = merged_by_xapian(sources, temporary.path("by xapian"));
  merge(sources, temporary.path("merged"));
  const Xapian::Database merged(temporary.path("merged"));
  CHECK(difference(content_of(merged), content_of(expected)) == "");
  CHECK(difference(metadata_of(merged), metadata_of(expected)) == "");
  CHECK(faults_of(temporary.path("merged")) == "");
}

}  // namespace

TEST_CASE("Databases of any documents are merged as Xapian does") {
  const auto holds = rc::check([] {
    const TemporaryDirectory temporary;
    Sources sources(temporary);
    Writer writer(*rc::gen::arbitrary<unsigned>());
    for (std::size_t number = 1 + writer.below(5); number > 0; --number) {
      Samples batches(1 + writer.below(2));
      for (auto& batch : batches) {
        for (std::size_t i = 1 + writer.below(15); i > 0; --i) {
          batch.push_back(writer.sample(1 + writer.below(40)));
        }
      }
      const std::string path = sources.next();
      write_by_hand(path, batches);
      if (writer.below(2) == 0) change(path, writer);
    }
    check_merge(sources.paths(), temporary);
  });
  CHECK(holds);
}

TEST_CASE("Long lists of several chunks are merged") {
  const TemporaryDirectory temporary;
  Sources sources(temporary);
  Writer writer(5);
  for (std::size_t number = 0; number < 3; ++number) {
    std::vector<Sample> samples(3000);
    for (Sample& sample : samples) {
      sample.words["everywhere"] = static_cast<std::uint32_t>(1 + writer.below(200));
      if (writer.below(2) == 0) sample.words["often"] = 1;
      sample.words[std::string("nul\0", 4) + (writer.below(2) == 0 ? "a" : "\xFF")] = 1;
      sample.values[0] = writer.text(1 + writer.below(60));
      if (writer.below(2) == 0) sample.values[300] = writer.text(3);
      sample.data = writer.text(writer.below(200));
    }
    write_by_hand(sources.next(), {samples});
    if (number != 1) change(sources.paths().back(), writer);
  }
  check_merge(sources.paths(), temporary);
}

TEST_CASE("Databases without documents, and tables without entries, are merged") {
  const TemporaryDirectory temporary;
  Sources sources(temporary);
  Xapian::WritableDatabase(sources.next(), Xapian::DB_CREATE).commit();
  Xapian::WritableDatabase(sources.next(), Xapian::DB_CREATE).set_metadata("key", "value");
  Xapian::WritableDatabase(sources.next(), Xapian::DB_CREATE).add_document(Xapian::Document());
  SECTION("with others") {
    Writer writer(3);
    write_by_hand(sources.next(), {{writer.sample(20), writer.sample(0)}});
  }
  check_merge(sources.paths(), temporary);
}

TEST_CASE("Databases with Xapian's positions keep them") {
  const TemporaryDirectory temporary;
  Sources sources(temporary);
  for (int i = 0; i < 2; ++i) {
    Xapian::WritableDatabase database(sources.next(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_posting("walrus", 7);
    database.add_document(document);
    database.commit();
  }
  merge(sources.paths(), temporary.path("merged"));
  const Xapian::Database merged(temporary.path("merged"));
  CHECK(merged.get_doccount() == 2);
  CHECK(*merged.positionlist_begin(2, "walrus") == 7);
}

TEST_CASE("A damaged source is an error, and no crash") {
  namespace fs = boost::filesystem;
  const TemporaryDirectory temporary;
  Writer writer(7);
  std::vector<Sample> samples;
  for (int i = 0; i < 200; ++i) samples.push_back(writer.sample(60));
  write_by_hand(temporary.path("whole"), {samples});
  for (const char* file : {"postlist.glass", "docdata.glass", "termlist.glass", "iamglass"}) {
    for (int round = 0; round < 60; ++round) {
      INFO(file << ' ' << round);
      const std::string damaged = temporary.path("damaged");
      fs::remove_all(damaged);
      fs::create_directory(damaged);
      for (const auto& entry : fs::directory_iterator(temporary.path("whole"))) {
        fs::copy_file(entry.path(), damaged / entry.path().filename());
      }
      const std::string path = damaged + "/" + file;
      if (round == 0) {
        fs::resize_file(path, fs::file_size(path) / 2);
      } else {
        std::fstream bytes(path, std::ios::in | std::ios::out | std::ios::binary);
        for (int i = 0; i < round; ++i) {
          bytes.seekp(static_cast<std::streamoff>(writer.below(fs::file_size(path))));
          bytes.put(static_cast<char>(writer.below(256)));
        }
      }
      fs::remove_all(temporary.path("merged"));
      try {
        merge({damaged, temporary.path("whole")}, temporary.path("merged"));
      } catch (const Error& error) {
        const bool is_known = error.code() == ErrorCode::index_damaged ||
                              error.code() == ErrorCode::index_changed ||
                              error.code() == ErrorCode::unreadable;
        CHECK(is_known);
      }
    }
  }
}

TEST_CASE("Merging keeps order, documents and the first of equal metadata") {
  const TemporaryDirectory temporary;
  std::vector<std::string> sources;
  for (const char* name : {"one", "two"}) {
    sources.push_back(temporary.path(name));
    Xapian::WritableDatabase database(sources.back(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.set_data(name);
    database.add_document(document);
    database.set_metadata("key", name);
    database.set_metadata(std::string("only ") + name, "yes");
  }
  merge(sources, temporary.path("merged"));
  const Xapian::Database merged(temporary.path("merged"));
  CHECK(merged.get_document(1).get_data() == "one");
  CHECK(merged.get_document(2).get_data() == "two");
  CHECK(merged.get_metadata("key") == "one");
  CHECK(merged.get_metadata("only two") == "yes");
}
