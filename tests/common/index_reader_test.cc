#include "common/index/index_reader.h"

#include <atomic>
#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <thread>

#include "common/index/index_directory.h"
#include "common/index/schema.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// An index that tests write, without a lock.
class Writer {
 public:
  explicit Writer(const std::string& path) : directory_(path) {
    boost::filesystem::create_directories(path);
    publish(0);
  }

  /// A new generation of so many documents.
  void publish(int documents) const {
    const std::string next = directory_.next_generation();
    {
      Xapian::WritableDatabase database(next, Xapian::DB_CREATE);
      write_schema(database);
      for (int i = 0; i < documents; ++i) database.add_document(document());
      database.commit();
    }
    directory_.publish(next);
  }

  /// Changes the generation in place: the second change takes away what the state before had.
  void commit(int documents) const {
    Xapian::WritableDatabase database(directory_.generation(), Xapian::DB_OPEN);
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
      database.replace_document(id, document());
    }
    for (int i = 0; i < documents; ++i) database.add_document(document());
    database.commit();
  }

 private:
  static Xapian::Document document() {
    Xapian::Document made;
    made.set_data(std::string(2000, 'x'));
    for (int i = 0; i < 200; ++i) made.add_posting("word" + std::to_string(i), 1);
    return made;
  }

  IndexDirectory directory_;
};

/// Reads everything that the database has.
std::size_t read_all(const Xapian::Database& database) {
  std::size_t bytes = 0;
  for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
    bytes += database.get_document(*post).get_data().size();
  }
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      ++bytes;
    }
  }
  return bytes;
}

ErrorCode code_of(const std::string& path) {
  try {
    const IndexReader reader(path);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no error");
  return ErrorCode::internal;
}

}  // namespace

TEST_CASE("A reader survives two commits while it reads, and sees the newest state") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  writer.publish(200);
  IndexReader reader(temporary.path());
  int tries = 0;
  const Xapian::doccount count = reader.read([&](const Xapian::Database& database) {
    if (++tries == 1) {
      for (int i = 0; i < 3; ++i) writer.commit(1);
    }
    read_all(database);
    return database.get_doccount();
  });
  CHECK(tries == 2);
  CHECK(count == 203);
}

TEST_CASE("A reader survives that its generation is replaced") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  writer.publish(100);
  IndexReader reader(temporary.path());
  const std::size_t bytes = reader.read(read_all);
  const std::size_t meanwhile = reader.read([&](const Xapian::Database& database) {
    writer.publish(50);
    return read_all(database);
  });
  CHECK((meanwhile == bytes || meanwhile == IndexReader(temporary.path()).read(read_all)));
}

TEST_CASE("A reader survives commits, and a generation that replaces what was committed") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  writer.publish(200);
  IndexReader reader(temporary.path());
  int tries = 0;
  const Xapian::doccount count = reader.read([&](const Xapian::Database& database) {
    if (++tries == 1) {
      for (int i = 0; i < 3; ++i) writer.commit(1);
      writer.publish(7);
    }
    read_all(database);
    return database.get_doccount();
  });
  CHECK(tries == 2);
  CHECK(count == 7);
}

TEST_CASE("A reader gives up when the index is always replaced") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  writer.publish(200);
  IndexReader reader(temporary.path());
  int tries = 0;
  const auto work = [&](const Xapian::Database& database) {
    ++tries;
    for (int i = 0; i < 3; ++i) writer.commit(1);
    return read_all(database);
  };
  CHECK_THROWS_AS(reader.read(work), Error);
  CHECK(tries == 5);
}

TEST_CASE("A reader can always be opened while generations come and go") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  std::atomic<bool> stop{false};
  std::thread writing([&] {
    for (int i = 0; i < 200 && !stop; ++i) writer.publish(1);
    stop = true;
  });
  std::size_t opened = 0;
  std::string failure;
  while (!stop && failure.empty()) {
    try {
      const IndexReader reader(temporary.path());
      ++opened;
    } catch (const Error& error) {
      failure = error.what();
    }
  }
  stop = true;
  writing.join();
  CHECK(failure.empty());
  CHECK(opened > 0);
}

TEST_CASE("What Xapian opens is opened: a directory, a database, a stub of several") {
  const TemporaryDirectory temporary;
  const Writer one(temporary.path("one"));
  one.publish(3);
  const Writer two(temporary.path("two"));
  two.publish(4);
  const std::string stub = temporary.write(
      "both", "auto " + IndexDirectory(temporary.path("one")).generation() + "\nauto " +
                  IndexDirectory(temporary.path("two")).generation() + "\n");
  const auto count = [](const Xapian::Database& database) { return database.get_doccount(); };
  CHECK(IndexReader(temporary.path("one")).read(count) == 3);
  CHECK(IndexReader(IndexDirectory(temporary.path("one")).generation()).read(count) == 3);
  CHECK(IndexReader(stub).read(count) == 7);
}

TEST_CASE("What cannot be opened is told by kind") {
  const TemporaryDirectory temporary;
  CHECK(code_of(temporary.path("none")) == ErrorCode::index_missing);
  temporary.write("lost/XAPIANDB", "auto g3\n");
  CHECK(code_of(temporary.path("lost")) == ErrorCode::index_damaged);
  Xapian::WritableDatabase(temporary.path("other"), Xapian::DB_CREATE).commit();
  CHECK(code_of(temporary.path("other")) == ErrorCode::index_incompatible);
  temporary.write("text", "not a stub\n");
  CHECK(code_of(temporary.path("text")) == ErrorCode::index_damaged);
}

TEST_CASE("An error of the work comes out as it is, at the first try") {
  const TemporaryDirectory temporary;
  const Writer writer(temporary.path());
  IndexReader reader(temporary.path());
  int tries = 0;
  const auto fail = [&](const Xapian::Database&) -> int {
    ++tries;
    throw Error(ErrorCode::bad_query, "no");
  };
  CHECK_THROWS_WITH(reader.read(fail), "no");
  CHECK(tries == 1);
}
