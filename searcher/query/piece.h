#pragma once

#include <string_view>

#include "common/error.h"

namespace backfile {

/// A part of a query's text that knows where it stands.
struct Piece {
  std::string_view text;
  std::size_t position = 0;  ///< of its first byte in the query

  [[nodiscard]] Place place() const { return {position, text.size()}; }
  [[nodiscard]] bool empty() const { return text.empty(); }

  /// The `count` bytes from `from` on, as std::string_view::substr.
  [[nodiscard]] Piece part(std::size_t from, std::size_t count = std::string_view::npos) const {
    return {text.substr(from, count), position + from};
  }
};

/// From the beginning of `first` to the end of `last`.
constexpr Place joined(Place first, Place last) {
  return {first.position, last.position + last.length - first.position};
}

}  // namespace backfile
