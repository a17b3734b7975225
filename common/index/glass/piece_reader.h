#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile::glass {

/// Reads packed numbers and texts (see packing.h) that are in several pieces, one behind the other.
/// Each call returns false where the pieces end too early, or say no number.
class PieceReader {
 public:
  PieceReader() = default;

  /// `pieces` must outlive it.
  explicit PieceReader(const std::vector<std::string_view>& pieces)
      : next_(pieces.data()), end_(pieces.data() + pieces.size()) {}

  bool at_end() { return !fill(); }

  bool number(std::uint32_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 32 && fill(); shift += 7) {
      const auto byte = static_cast<unsigned char>(piece_.front());
      piece_.remove_prefix(1);
      number |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  bool skip(std::size_t count) {
    while (count > 0 && fill()) {
      const std::size_t here = std::min(count, piece_.size());
      piece_.remove_prefix(here);
      count -= here;
    }
    return count == 0;
  }

  /// The next bytes, which are not taken: in place, or put together in `whole`.
  bool peek(std::size_t count, std::string_view& bytes, std::string& whole) const {
    bytes = piece_.substr(0, count);
    if (bytes.size() == count) return true;
    whole = bytes;
    for (const std::string_view* piece = next_; piece != end_ && whole.size() < count; ++piece) {
      whole += piece->substr(0, count - whole.size());
    }
    bytes = whole;
    return whole.size() == count;
  }

 private:
  /// Goes to the next piece when this one is used up.
  bool fill() {
    while (piece_.empty() && next_ != end_) piece_ = *next_++;
    return !piece_.empty();
  }

  std::string_view piece_;  ///< what is left of it
  const std::string_view* next_ = nullptr;
  const std::string_view* end_ = nullptr;
};

}  // namespace backfile::glass
