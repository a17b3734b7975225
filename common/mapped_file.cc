#include "common/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "common/descriptor.h"
#include "common/error.h"

namespace backfile {
namespace {

std::size_t size_of(const Descriptor& file, const std::string& path) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) cannot_read(path, errno);
  if (S_ISDIR(status.st_mode)) cannot_read(path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    throw Error(ErrorCode::unreadable, "cannot read " + path + ": not a regular file");
  }
  return static_cast<std::size_t>(status.st_size);
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const Descriptor file(path);
  size_ = size_of(file, path);
  if (size_ == 0) return;  // mmap refuses an empty range
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (mapped == MAP_FAILED) cannot_read(path, errno);
  data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
  if (size_ != 0) ::munmap(const_cast<char*>(data_), size_);
}

void MappedFile::forget() const {
  if (size_ != 0) ::madvise(const_cast<char*>(data_), size_, MADV_DONTNEED);
}

void MappedFile::expect(std::size_t begin, std::size_t size) const {
  if (begin >= size_) return;
  // It is a hint: a kernel before 5.14 does not know it.
  ::madvise(const_cast<char*>(data_) + begin, std::min(size, size_ - begin), MADV_POPULATE_READ);
}

}  // namespace backfile
