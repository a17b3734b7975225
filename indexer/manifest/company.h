#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/walk.h"

namespace backfile {

/// The files that have a say in what a part of a scanned issue gives: a METS file names pages below
/// its directory, and a page is left to a METS file in its directory or the one above.
class Company {
 public:
  /// `files` in byte order of path; they must outlive this object.
  explicit Company(const std::vector<SourceFile>& files) : files_(files) {}

  /// Tells their sizes and times from other ones; never 0.
  std::uint64_t of(const std::string& path);

 private:
  [[nodiscard]] std::uint64_t stamps_below(const std::string& directory, bool deep) const;

  const std::vector<SourceFile>& files_;
  std::map<std::string, std::uint64_t> known_;  ///< by directory
};

}  // namespace backfile
