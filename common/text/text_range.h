#pragma once

#include <cstddef>

namespace backfile {

/// A range of bytes in a text.
struct TextRange {
  std::size_t begin = 0;
  std::size_t length = 0;

  [[nodiscard]] std::size_t end() const { return begin + length; }

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

}  // namespace backfile
