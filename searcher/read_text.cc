#include "searcher/read_text.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "common/error.h"

namespace backfile {
namespace {

[[noreturn]] void cannot_read(const std::string& path) {
  const std::string reason = errno != 0 ? ": " + std::generic_category().message(errno) : "";
  throw Error(ErrorCode::unreadable, "cannot read " + path + reason);
}

std::string read_all(std::istream& in, const std::string& name) {
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) cannot_read(name);
  return text;
}

}  // namespace

std::string read_text(const std::string& path) {
  errno = 0;
  if (path == "-") return read_all(std::cin, "standard input");
  std::ifstream file(path, std::ios::binary);
  // A directory can be opened, but not read.
  if (!file || (file.peek() == std::ifstream::traits_type::eof() && errno != 0)) cannot_read(path);
  file.clear();
  return read_all(file, path);
}

}  // namespace backfile
