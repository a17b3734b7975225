#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

/// A new file that is written; an old one at `path` is emptied.
class OutputFile {
 public:
  /// Throws Error (disk_full, unwritable), as all functions here do.
  explicit OutputFile(const std::string& path);
  ~OutputFile();

  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// Writes all of `bytes` at `offset`, counted in bytes from the begin of the file.
  void write_at(std::uint64_t offset, std::string_view bytes) const;

  /// Returns when what was written is on the disk.
  void synchronise() const;

 private:
  std::string path_;
  int descriptor_;
};

/// Throws the Error of a file that could not be written, for the number `reason` that the system
/// gave (errno).
[[noreturn]] void throw_unwritable(const std::string& path, int reason);

}  // namespace backfile
