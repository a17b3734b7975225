#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <unordered_map>

#include "common/index/glass/postings.h"

namespace backfile::glass {

/// A length and one, where it fits: the less memory is touched, the better.
using ShortLength = std::uint16_t;
inline constexpr ShortLength unknown_length = 0;
inline constexpr ShortLength longer = 0xFFFF;

constexpr ShortLength short_length(std::uint32_t length) {
  return length + 1 < longer ? static_cast<ShortLength>(length + 1) : longer;
}

/// The lengths of documents, in words. Those of a chunk are kept once they are read, since most
/// queries want the same. Throws Error (index_changed), as TableCursor does.
class Lengths {
 public:
  /// `last` is the highest number of a document. `known` are the lengths by number, if they are
  /// known up to there, and must outlive this.
  Lengths(const Table& table, std::uint32_t last, std::span<const ShortLength> known = {});

  /// 0 of a document that is not there.
  std::uint32_t of(std::uint32_t document) {
    if (document > last_) return 0;
    const ShortLength length = lengths_[document];
    return length == unknown_length || length == longer ? read(document) : length - 1U;
  }

 private:
  struct Free {
    void operator()(ShortLength* memory) const { std::free(memory); }
  };

  std::uint32_t read(std::uint32_t document);
  void keep(std::uint32_t document, std::uint32_t length);

  PostingChunks chunks_;
  std::uint32_t last_;
  std::unique_ptr<ShortLength, Free> kept_;  ///< by document, unless they were known
  const ShortLength* lengths_;
  std::unordered_map<std::uint32_t, std::uint32_t> long_;
};

}  // namespace backfile::glass
