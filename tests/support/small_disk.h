#pragma once

#include <cstddef>
#include <string>

#include "tests/support/temporary_directory.h"

namespace backfile {

/// A file system in memory that holds so many bytes, for tests of a full disk. It is seen by this
/// process and what it starts only.
class SmallDisk {
 public:
  explicit SmallDisk(std::size_t bytes);
  ~SmallDisk();

  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  /// False where this user may not mount anything: there is no test then.
  [[nodiscard]] bool exists() const { return exists_; }

  [[nodiscard]] std::string path(const std::string& below) const { return directory_.path(below); }

  /// Fills the disk but for so many bytes.
  void fill(std::size_t but) const;

  /// Takes away what filled it.
  void clear() const;

 private:
  TemporaryDirectory directory_;
  bool exists_ = false;
};

}  // namespace backfile
