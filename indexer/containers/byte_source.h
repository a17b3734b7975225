#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace backfile {

/// Bytes that come one after the other, out of something packed.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Up to `size` bytes to `to`; 0 at the end, or at damage. Never throws for bad bytes.
  virtual std::size_t read(char* to, std::size_t size) = 0;

  /// What is broken where the reading ended, as a phrase for people; "" when nothing is.
  [[nodiscard]] virtual std::string problem() const = 0;

  /// Goes on behind damage; false where that is not possible.
  virtual bool recover() { return false; }

  /// How far into the packed bytes the reading is.
  [[nodiscard]] virtual std::uint64_t position() const = 0;
};

}  // namespace backfile
