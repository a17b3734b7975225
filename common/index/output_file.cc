#include "common/index/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/error.h"

namespace backfile {
namespace {

int open_new(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) throw_unwritable(path, errno);
  return descriptor;
}

}  // namespace

void throw_unwritable(const std::string& path, int reason) {
  const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
  throw Error(full ? ErrorCode::disk_full : ErrorCode::unwritable,
              "cannot write " + path + ": " + std::generic_category().message(reason));
}

OutputFile::OutputFile(const std::string& path) : path_(path), descriptor_(open_new(path)) {}

OutputFile::~OutputFile() { ::close(descriptor_); }

void OutputFile::write_at(std::uint64_t offset, std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw_unwritable(path_, written < 0 ? errno : ENOSPC);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void OutputFile::synchronise() const {
  if (::fsync(descriptor_) != 0) throw_unwritable(path_, errno);
}

}  // namespace backfile
