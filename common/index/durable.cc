#include "common/index/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "common/error.h"

namespace backfile {
namespace {

[[noreturn]] void cannot_write(const std::string& path, int reason) {
  const bool full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
  throw Error(full ? ErrorCode::disk_full : ErrorCode::unwritable,
              "cannot write " + path + ": " + std::generic_category().message(reason));
}

/// A file or directory, open for as long as this object lives.
class Descriptor {
 public:
  Descriptor(const std::string& path, int flags) : path_(path) {
    number_ = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    if (number_ < 0) cannot_write(path_, errno);
  }
  ~Descriptor() { ::close(number_); }

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0) cannot_write(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void synchronise() const {
    if (::fsync(number_) != 0) cannot_write(path_, errno);
  }

 private:
  std::string path_;
  int number_;
};

void write_for_good(const std::string& path, std::string_view content) {
  const Descriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  file.write(content);
  file.synchronise();
}

}  // namespace

void replace_file(const std::string& path, std::string_view content) {
  write_for_good(path + ".new", content);
  if (std::rename((path + ".new").c_str(), path.c_str()) != 0) cannot_write(path, errno);
  const std::size_t slash = path.rfind('/');
  synchronise_directory(slash == std::string::npos ? "." : path.substr(0, slash + 1));
}

void synchronise_directory(const std::string& path) {
  Descriptor(path, O_RDONLY | O_DIRECTORY).synchronise();
}

}  // namespace backfile
