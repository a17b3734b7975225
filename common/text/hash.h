#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backfile {

/// XXH3's hash of 128 bits, the same on every machine. Of what no one makes on purpose, two that
/// are equal are of the same bytes.
struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend auto operator<=>(const Hash&, const Hash&) = default;

  /// Its 16 bytes.
  [[nodiscard]] std::string bytes() const;
};

Hash hash_of(std::string_view bytes);

class MappedFile;

/// The same of the first `size` bytes of a file, or of all that there are. Needs little memory.
Hash hash_of(const MappedFile& file, std::uint64_t size = ~std::uint64_t{0});

}  // namespace backfile
