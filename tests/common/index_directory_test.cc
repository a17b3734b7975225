#include "common/index/index_directory.h"

#include <boost/filesystem.hpp>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "common/error.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

namespace fs = boost::filesystem;

void make(const std::string& directory) { fs::create_directories(directory); }

}  // namespace

TEST_CASE("A directory without an index has no generation, and the first is g1") {
  const TemporaryDirectory temporary;
  const IndexDirectory index(temporary.path("index"));
  CHECK(index.generation().empty());
  CHECK(index.next_generation() == temporary.path("index/g1"));
  CHECK(index.next_generation() == index.first_generation());
  CHECK(index.is_ours());
}

TEST_CASE("Publishing names the generation and removes all others") {
  const TemporaryDirectory temporary;
  const IndexDirectory index(temporary.path());
  for (int i = 0; i < 12; ++i) {
    const std::string next = index.next_generation();
    make(next);
    index.publish(next);
    CHECK(index.generation() == next);
    CHECK(fs::exists(next));
  }
  CHECK(index.generation() == temporary.path("g12"));
  CHECK_FALSE(fs::exists(temporary.path("g11")));
  CHECK_FALSE(fs::exists(temporary.path("XAPIANDB.new")));
}

TEST_CASE("Tidying takes what is left of runs, and nothing else") {
  const TemporaryDirectory temporary;
  const IndexDirectory index(temporary.path());
  make(temporary.path("g3"));
  index.publish(temporary.path("g3"));
  for (const char* name : {"g0", "g2", "g4", "building/0-1"}) make(temporary.path(name));
  for (const char* name : {"notes.txt", "garden/a", "g/a", "g4x/a"}) temporary.write(name, "mine");
  index.tidy(index.stand_in());
  CHECK(fs::exists(temporary.path("g3")));
  CHECK(fs::exists(temporary.path("g0")));
  for (const char* name : {"g2", "g4", "building"}) CHECK_FALSE(fs::exists(temporary.path(name)));
  for (const char* name : {"notes.txt", "garden/a", "g/a", "g4x/a"}) {
    CHECK(fs::exists(temporary.path(name)));
  }
  index.tidy();
  CHECK_FALSE(fs::exists(temporary.path("g0")));
}

TEST_CASE("A stub that is not ours is an error") {
  for (const char* content : {"", "auto\n", "auto g\n", "auto ../g1\n", "auto g1/x\n",
                              "remote :host:1\n", "auto elsewhere\n", "auto g1x\n"}) {
    INFO(content);
    const TemporaryDirectory temporary;
    temporary.write("XAPIANDB", content);
    CHECK_THROWS_AS(IndexDirectory(temporary.path()).generation(), Error);
  }
}

TEST_CASE("What is ours: nothing, an index, and what a first run left") {
  const TemporaryDirectory temporary;
  const auto is_ours = [&](const char* name) {
    return IndexDirectory(temporary.path(name)).is_ours();
  };
  make(temporary.path("empty"));
  CHECK(is_ours("empty"));
  CHECK(is_ours("missing"));
  temporary.write("index/XAPIANDB", "auto g4\n");
  temporary.write("index/notes.txt", "mine");
  CHECK(is_ours("index"));
  temporary.write("begun/g1/iamglass", "");
  temporary.write("begun/g1/postlist.glass", "");
  temporary.write("begun/XAPIANDB.new", "");
  CHECK(is_ours("begun"));
}

TEST_CASE("What is not ours: whatever else is there") {
  const TemporaryDirectory temporary;
  for (const char* file : {"text/a.txt", "numbered/g1/a.txt", "later/g2/iamglass",
                           "building/building/a.txt", "database/iamglass", "hidden/.git", "file"}) {
    const std::string path = temporary.write(file, "mine");
    const fs::path below = fs::path(file).begin()->string();
    INFO(file);
    CHECK_FALSE(IndexDirectory(temporary.path(below.string())).is_ours());
  }
}

TEST_CASE("A generation that cannot be published is an error") {
  const TemporaryDirectory temporary;
  const IndexDirectory index(temporary.path());
  CHECK_THROWS_AS(index.publish(temporary.path("g1")), Error);
  CHECK(index.generation().empty());
}

TEST_CASE("The index that is meant: the option, else $BACKFILE_DB") {
  ::setenv("BACKFILE_DB", "/from/environment", 1);
  CHECK(index_path("given") == "given");
  CHECK(index_path("") == "/from/environment");
  ::unsetenv("BACKFILE_DB");
}

TEST_CASE("The index that is meant: .backfile here, above, or else here") {
  ::unsetenv("BACKFILE_DB");
  const TemporaryDirectory temporary;
  const fs::path before = fs::current_path();
  make(temporary.path("a/.backfile"));
  make(temporary.path("a/b/c"));
  fs::current_path(temporary.path("a/b/c"));
  const std::string found = index_path("");
  fs::remove_all(temporary.path("a/.backfile"));
  const std::string none = index_path("");
  fs::remove_all(temporary.path("a"));
  const std::string nowhere = index_path("");
  fs::current_path(before);
  CHECK(fs::path(found) == fs::canonical(temporary.path()) / "a/.backfile");
  CHECK(none == ".backfile");
  CHECK(nowhere == ".backfile");
}
