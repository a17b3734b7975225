#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

/// The bytes of a regular file, mapped into memory for as long as this object lives.
class MappedFile {
 public:
  /// Throws Error (unreadable), "cannot read PATH: reason", also when `path` is not a regular file
  /// (a pipe is never waited for).
  explicit MappedFile(const std::string& path);
  ~MappedFile();

  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  /// Gives back the memory of what was read so far; reading it again gets it again. So a file that
  /// is read from front to back takes little memory, however long it is.
  void forget() const;

  /// Says that these bytes will be read: they are mapped at once, where each page for itself would
  /// cost more than to read it. What lies behind the end is passed over.
  void expect(std::size_t begin, std::size_t size) const;

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace backfile
