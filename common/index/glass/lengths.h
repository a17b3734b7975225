#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <unordered_map>
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
    if (known_.get()[document] == unknown) read(document);
    const Short length = known_.get()[document];
    return length == longer ? long_[document] : length - 1U;
  }

 private:
  /// A length and one, where it fits: the less memory is touched, the better.
  using Short = std::uint16_t;
  static constexpr Short unknown = 0;
  static constexpr Short longer = 0xFFFF;

  struct Free {
    void operator()(Short* memory) const { std::free(memory); }
  };

  void read(std::uint32_t document);

  PostingChunks chunks_;
  std::uint32_t last_;
  std::unique_ptr<Short, Free> known_;  ///< by document
  std::unordered_map<std::uint32_t, std::uint32_t> long_;
};

}  // namespace backfile::glass
