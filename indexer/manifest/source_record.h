#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/text/hash.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace backfile {

/// What the system tells of a file without opening it.
struct FileStamp {
  std::uint64_t size = 0;     ///< bytes
  std::int64_t modified = 0;  ///< nanoseconds since the epoch
  std::int64_t changed = 0;   ///< the same; nobody can set it back

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

inline FileStamp stamp_of(const SourceFile& file) {
  return {file.size, file.modified, file.changed};
}

/// What an index remembers of one file. One that was not read to its end has neither stamp nor
/// hash.
struct SourceRecord {
  FileStamp stamp;
  std::shared_ptr<const std::string> root;  ///< the SOURCE it was found below
  std::uint64_t recipe = 0;                 ///< how it was read (recipe.h)
  Hash hash;                                ///< of its bytes; nothing when it could not be opened
  std::uint64_t company = 0;     ///< of the stamps of files that have a say in what it gives, or 0
  std::uint64_t articles = 0;    ///< that it gave
  std::uint64_t duplicates = 0;  ///< that others had given before
  std::uint64_t records = 0;     ///< after which it is read on when it grows; 0: from the start
  std::vector<Failure> failures;
  bool uncertain = false;      ///< may have been written to after `stamp` without a trace in it
  bool has_leftovers = false;  ///< the index has articles of it that it does not give any more
  bool gone = false;           ///< was not there when it was last looked for; its articles stay

  /// Whether it holds an article that could not be read.
  [[nodiscard]] bool has_failed() const {
    return std::any_of(failures.begin(), failures.end(),
                       [](const Failure& failure) { return !failure.skipped; });
  }
};

}  // namespace backfile
