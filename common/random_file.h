#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "common/descriptor.h"

namespace backfile {

/// A regular file that is read here and there.
class RandomFile {
 public:
  /// Throws Error (unreadable), "cannot read PATH: reason".
  explicit RandomFile(const std::string& path);

  /// Fills `bytes` with what is at `offset`; false when the file ends before. Throws as above.
  bool read(std::uint64_t offset, std::span<char> bytes) const;

 private:
  std::string path_;
  Descriptor file_;
};

}  // namespace backfile
