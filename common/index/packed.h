#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// Numbers and texts packed one behind the other, as they are kept in an index: a number in as few
/// bytes as it needs (seven bits in each, the lowest first), a text with its length before it.
inline void put_number(std::string& data, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) data += static_cast<char>(number | 0x80);
  data += static_cast<char>(number);
}

inline void put_text(std::string& data, std::string_view text) {
  put_number(data, text.size());
  data += text;
}

/// A list with its length before it.
void put_list(std::string& data, const std::vector<std::string>& list);

/// Takes them out again in their order.
class PackedReader {
 public:
  /// `what` is what the data are, for the error: "an article".
  PackedReader(std::string_view data, std::string_view what) : rest_(data), what_(what) {}

  /// All throw Error (index_damaged) where the data do not go on like that.
  std::uint64_t number() {
    if (rest_.empty() || static_cast<unsigned char>(rest_.front()) >= 0x80) return long_number();
    const auto number = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return number;
  }
  std::string_view text();
  std::string_view bytes(std::size_t count);

  [[noreturn]] void damaged() const;

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::uint64_t long_number();

  std::string_view rest_;
  std::string_view what_;
};

}  // namespace backfile
