#include "indexer/walk.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>

#include "common/error.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

/// The paths below the directory, in the walk's order.
std::vector<std::string> names(const TemporaryDirectory& directory,
                               std::vector<WalkProblem>& problems) {
  std::vector<std::string> found;
  for (const SourceFile& file : walk(directory.path(), problems)) {
    CHECK(file.root == directory.path());
    found.push_back(file.path.substr(directory.path().size() + 1));
  }
  return found;
}

std::vector<std::string> names(const TemporaryDirectory& directory) {
  std::vector<WalkProblem> problems;
  auto found = names(directory, problems);
  CHECK(problems.empty());
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("files come in byte order of their paths, however they were made") {
  const TemporaryDirectory directory;
  for (const char* name : {"b/2", "a/3", "a.json", "Z", "a/1/x"}) directory.write(name, "x");
  CHECK(names(directory) == Names{"Z", "a.json", "a/1/x", "a/3", "b/2"});
}

TEST_CASE("a file's size and time are those of the file") {
  const TemporaryDirectory directory;
  const std::string path = directory.write("a", "12345");
  boost::filesystem::last_write_time(path, 1'600'000'000);
  std::vector<WalkProblem> problems;
  const auto files = walk(path, problems);
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == path);
  CHECK(files[0].root == path);
  CHECK(files[0].size == 5);
  CHECK(files[0].modified == 1'600'000'000'000'000'000);
}

TEST_CASE("hidden files and directories are passed over, unless they are the source") {
  const TemporaryDirectory directory;
  directory.write(".hidden", "x");
  directory.write(".git/config", "x");
  directory.write("seen", "x");
  CHECK(names(directory) == Names{"seen"});
  std::vector<WalkProblem> problems;
  CHECK(walk(directory.path(".git"), problems).size() == 1);
}

TEST_CASE("links are followed, loops are not entered twice") {
  const TemporaryDirectory directory;
  directory.write("real/a", "x");
  const TemporaryDirectory elsewhere;
  elsewhere.write("b", "x");
  boost::filesystem::create_symlink(directory.path(), directory.path("real/loop"));
  boost::filesystem::create_symlink(elsewhere.path(), directory.path("elsewhere"));
  boost::filesystem::create_symlink(elsewhere.path(), directory.path("again"));
  CHECK(names(directory) == Names{"again/b", "real/a"});
}

TEST_CASE("a link to a file that is in the archive anyway does not make a second article") {
  const TemporaryDirectory directory;
  directory.write("2021/story", "x");
  boost::filesystem::create_symlink(directory.path("2021/story"), directory.path("0-latest"));
  CHECK(names(directory) == Names{"2021/story"});
}

TEST_CASE("links that lead nowhere are problems") {
  const TemporaryDirectory directory;
  directory.write("a", "x");
  boost::filesystem::create_symlink("gone", directory.path("dangling"));
  boost::filesystem::create_symlink("self", directory.path("self"));
  std::vector<WalkProblem> problems;
  CHECK(names(directory, problems) == Names{"a"});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].reason == "a link to nothing");
  CHECK(problems[1].reason == "a link that leads to itself");
}

TEST_CASE("pipes and sockets are passed over without being opened") {
  const TemporaryDirectory directory;
  directory.write("a", "x");
  REQUIRE(::mkfifo(directory.path("pipe").c_str(), 0600) == 0);
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, directory.path("socket").c_str(), sizeof address.sun_path - 1);
  REQUIRE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  ::close(socket);
  std::vector<WalkProblem> problems;
  CHECK(names(directory, problems) == Names{"a"});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].reason == "a named pipe, not a file");
  CHECK(problems[1].reason == "a socket, not a file");
}

TEST_CASE("names of every kind survive") {
  const TemporaryDirectory directory;
  const Names odd{" space ", "line\nbreak", "no-utf8-\xE9", "quote\"'", "ünïcode"};
  for (const std::string& name : odd) directory.write(name, "x");
  CHECK(names(directory) == odd);
}

TEST_CASE("a directory that may not be entered is a problem, the others are read") {
  if (::geteuid() == 0) {
    WARN("skipped: root may enter every directory");
    return;
  }
  const TemporaryDirectory directory;
  directory.write("closed/a", "x");
  directory.write("open/b", "x");
  REQUIRE(::chmod(directory.path("closed").c_str(), 0) == 0);
  std::vector<WalkProblem> problems;
  CHECK(names(directory, problems) == Names{"open/b"});
  ::chmod(directory.path("closed").c_str(), 0700);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].reason == "Permission denied");
}

TEST_CASE("a very deep directory is walked without a deep stack") {
  const TemporaryDirectory directory;
  std::string below;
  for (int i = 0; i < 500; ++i) below += "d/";
  directory.write(below + "file", "x");
  CHECK(names(directory).size() == 1);
}

TEST_CASE("the root is absolute and normal, whatever the source looks like") {
  const TemporaryDirectory directory;
  directory.write("sub/a", "x");
  std::vector<WalkProblem> problems;
  for (const char* source : {"sub", "sub/", "sub/.", "./sub/../sub//"}) {
    const auto before = boost::filesystem::current_path();
    boost::filesystem::current_path(directory.path());
    const auto files = walk(source, problems);
    boost::filesystem::current_path(before);
    REQUIRE(files.size() == 1);
    CHECK(files[0].root == directory.path("sub"));
    CHECK(files[0].path == directory.path("sub/a"));
  }
}

TEST_CASE("a source that does not exist is an error with its name") {
  std::vector<WalkProblem> problems;
  try {
    walk("/no/such/directory", problems);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unreadable);
    CHECK(std::string(error.what()) == "cannot read /no/such/directory: No such file or directory");
  }
}
