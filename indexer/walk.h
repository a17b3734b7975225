#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace backfile {

/// One file found by the walk.
struct SourceFile {
  std::string path;           ///< as reached from the SOURCE argument, absolute and normal
  std::string root;           ///< the SOURCE argument it was found below, absolute and normal
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::int64_t changed = 0;   ///< the same, of the content or of what is known about the file
};

/// A file or directory that the walk could not enter, and why.
struct WalkProblem {
  std::string path;
  std::string reason;
};

/// A SOURCE argument as `SourceFile::root` has it: absolute, and without "." and "..".
std::string absolute_and_normal(const std::string& source);

/// Every regular file below `source` (or the file itself), in byte order of path, so that two runs
/// see the same order. Symbolic links are followed; a directory that was entered before (a loop) is
/// not entered again. Hidden files and directories (".git", ".backfile") are passed over. A file
/// that cannot be reached is a problem, never the end of the walk.
/// Throws Error (unreadable) only when `source` itself does not exist.
std::vector<SourceFile> walk(const std::string& source, std::vector<WalkProblem>& problems);

}  // namespace backfile
