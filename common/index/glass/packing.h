#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// How Xapian's glass format writes numbers and strings into keys and tags (Xapian 1.4,
/// common/pack.h and backends/glass), where put_number and put_text (common/index/packed.h) do not
/// serve.
namespace backfile::glass {

/// At the end of a key, where its length needs no mark: whole bytes, the lowest first, none for 0.
inline void pack_last_number(std::string& to, std::uint32_t number) {
  for (; number != 0; number >>= 8) to += static_cast<char>(number);
}

/// So that the bytes sort as the numbers do: two bytes below 2^15, else the count of leading ones
/// tells how many bytes follow.
inline void pack_sortable(std::string& to, std::uint32_t number) {
  if (number < 0x8000) {
    to += static_cast<char>(number >> 8);
    to += static_cast<char>(number);
    return;
  }
  const auto length = static_cast<unsigned>((std::bit_width(number) + 5) / 7);
  const std::uint32_t mark = (0xFFU << (10 - length)) & 0xFFU;
  std::uint64_t bytes = number | (std::uint64_t{mark} << (8 * (length - 1)));
  for (unsigned left = length; left > 0; --left) {
    to += static_cast<char>(bytes >> (8 * (left - 1)));
  }
}

/// A term in a key: a NUL byte is followed by 0xFF.
inline void pack_term(std::string& to, std::string_view term) {
  for (std::size_t nul = term.find('\0'); nul != term.npos; nul = term.find('\0')) {
    to.append(term.substr(0, nul + 1)) += '\xFF';
    term.remove_prefix(nul + 1);
  }
  to += term;
}

/// Takes apart what was packed, as fast as it goes. Each returns false where the bytes end too
/// early, or say no number.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] std::string_view rest() const {
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }

  bool number(std::uint32_t& number) {
    if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80) {
      number = static_cast<unsigned char>(*at_++);
      return true;
    }
    number = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 32; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      number |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return true;
    }
    return false;
  }

  /// A gap of 0 and a text, both in as few bytes as most have; else nothing is taken.
  bool next_of_neighbour(std::string_view& text) {
    if (end_ - at_ < 2 || at_[0] != 0 || static_cast<signed char>(at_[1]) < 0) return false;
    const auto length = static_cast<std::size_t>(at_[1]);
    if (static_cast<std::size_t>(end_ - at_) - 2 < length) return false;
    text = {at_ + 2, length};
    at_ += 2 + length;
    return true;
  }

  bool sortable(std::uint32_t& number) {
    if (rest().size() < 2) return false;
    const auto first = static_cast<unsigned char>(*at_);
    if (first < 0x80) {
      number = first * 0x100U + static_cast<unsigned char>(at_[1]);
      at_ += 2;
      return true;
    }
    const auto length = static_cast<std::size_t>(std::countl_one(first)) + 2;
    if (rest().size() < length) return false;
    number = 0;
    for (std::size_t i = 0; i < length; ++i) {
      number = number << 8 | static_cast<unsigned char>(at_[i]);
    }
    const auto bits = static_cast<unsigned>(7 * length + 1);
    if (bits < 32) number &= (std::uint32_t{1} << bits) - 1;
    at_ += length;
    return true;
  }

  bool bytes(std::size_t count, std::string_view& bytes) {
    if (rest().size() < count) return false;
    bytes = {at_, count};
    at_ += count;
    return true;
  }

  bool text(std::string_view& text) {
    std::uint32_t length = 0;
    return number(length) && bytes(length, text);
  }

 private:
  const char* at_;
  const char* end_;
};

/// Keys of the table of postings that are no terms begin with a NUL byte and one of these.
inline constexpr std::string_view value_statistics_key("\0\xD0", 2);
inline constexpr std::string_view value_chunk_key("\0\xD8", 2);
inline constexpr std::string_view lengths_key("\0\xE0", 2);

}  // namespace backfile::glass
