#include "common/random_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/error.h"

namespace backfile {
namespace {

[[noreturn]] void cannot_read(const std::string& path, int reason) {
  throw Error(ErrorCode::unreadable,
              "cannot read " + path + ": " + std::generic_category().message(reason));
}

}  // namespace

RandomFile::RandomFile(const std::string& path)
    : path_(path), number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (number_ < 0) cannot_read(path_, errno);
}

RandomFile::~RandomFile() { ::close(number_); }

bool RandomFile::read(std::uint64_t offset, std::span<char> bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::pread(number_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) cannot_read(path_, errno);
    if (count == 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return true;
}

}  // namespace backfile
