#include "common/mapped_file.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "common/error.h"
#include "tests/support/temporary_directory.h"

using namespace backfile;

namespace {

std::string message_for(const std::string& path) {
  try {
    const MappedFile file(path);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unreadable);
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a mapped file gives its bytes, an empty one none") {
  const TemporaryDirectory directory;
  const std::string content("with\0zero", 9);
  CHECK(MappedFile(directory.write("full", content)).bytes() == content);
  CHECK(MappedFile(directory.write("empty", "")).bytes().empty());
}

TEST_CASE("what cannot be mapped is an error that names the file") {
  const TemporaryDirectory directory;
  const std::string gone = directory.path("gone");
  CHECK(message_for(gone) == "cannot read " + gone + ": No such file or directory");
  CHECK(message_for(directory.path()) == "cannot read " + directory.path() + ": Is a directory");
}

TEST_CASE("a pipe without a writer is an error, not a wait") {
  const TemporaryDirectory directory;
  const std::string pipe = directory.path("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(message_for(pipe) == "cannot read " + pipe + ": not a regular file");
}
