#pragma once

#include <cstddef>
#include <cstdint>

#include "indexer/readers/reader.h"

namespace backfile {

/// What containers may cost, with all that is inside one file counted together.
struct ContainerLimits {
  int depth = 4;                               ///< containers in one another
  std::size_t memory = longest_record;         ///< bytes of what must be there as a whole
  std::uint64_t harmless_bytes = 256UL << 20;  ///< unpacked, whatever the ratio
  std::uint64_t ratio = 200;                   ///< of unpacked to packed bytes, above that
};

/// Reads `input` with the reader for its format. Of a container, every member is read so, and of
/// containers in it, and so on; the location is "path!member!member of that". Nothing is unpacked
/// to disk, and of formats with many records only some megabytes at a time are in memory. What is
/// encrypted, broken, a bomb, or not read goes to the sink as a failure; hidden members are passed
/// over, as hidden files are.
void read_input(const Input& input, const FieldMap& map, ArticleSink& sink,
                const ContainerLimits& limits = {});

/// How far a file was read when it was shorter.
struct ReadSoFar {
  std::uint64_t bytes = 0;    ///< from here on it is read now
  std::uint64_t records = 0;  ///< in those bytes
};

/// Reads `input` as read_input does, but what `before` says was read already. Gives how many
/// records it has in all, for the time when it has grown again; 0 when it must be read from its
/// start then.
std::uint64_t read_on(const Input& input, const FieldMap& map, ArticleSink& sink, ReadSoFar before);

}  // namespace backfile
