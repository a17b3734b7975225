#pragma once

#include <string>

namespace backfile {

/// Throws Error (unreadable), "cannot read PATH: reason", for an errno.
[[noreturn]] void cannot_read(const std::string& path, int reason);

/// A file that is open for reading.
class Descriptor {
 public:
  /// Never waits for a pipe. Throws as cannot_read.
  explicit Descriptor(const std::string& path);
  ~Descriptor();

  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace backfile
