#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "common/index/glass/postings.h"

namespace backfile::glass {

/// The lengths of documents, in words. Those of a chunk are kept once they are read, since most
/// queries want the same. Throws Error (index_changed), as TableCursor does.
class Lengths {
 public:
  /// `last` is the highest number of a document.
  Lengths(const Table& table, std::uint32_t last);

  /// 0 of a document that is not there.
  std::uint32_t of(std::uint32_t document) {
    if (document > last_) return 0;
    if (known_.get()[document] == 0) read(document);
    return known_.get()[document] - 1;
  }

 private:
  struct Free {
    void operator()(std::uint32_t* memory) const { std::free(memory); }
  };

  void read(std::uint32_t document);

  PostingChunks chunks_;
  std::uint32_t last_;
  std::unique_ptr<std::uint32_t, Free> known_;  ///< by document: length and one; 0 is unknown
};

}  // namespace backfile::glass
