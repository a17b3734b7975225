#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/text_range.h"

namespace backfile {

/// Some words in a row, somewhere in a text.
struct Shingle {
  std::uint32_t hash = 0;
  std::uint32_t place = 0;  ///< of its first word, in bytes
};

/// The shingles of a text that have the smallest hashes, one of each hash, in order of the hash:
/// a sample that is the same wherever the same words stand. No shingle goes beyond a line.
std::vector<Shingle> smallest_shingles(std::string_view text);

/// What of a text is compared with others: the smallest hashes of its shingles (bottom-k sketch;
/// Broder 1997, "On the resemblance and containment of documents").
struct Sketch {
  std::vector<std::uint32_t> hashes;  ///< rising
  /// All of the text's hashes up to this one are there.
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();
};

/// The sketch of a text without what stands in `left_out`, which rises. Empty of a text that is too
/// short to be compared.
Sketch sketch_of(std::span<const Shingle> smallest, std::span<const TextRange> left_out);

/// How much of the shorter of two texts is in the other, from 0 to 1; 0 when they are not the same
/// story.
double shared_part(const Sketch& a, const Sketch& b);

}  // namespace backfile
