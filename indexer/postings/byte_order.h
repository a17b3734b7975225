#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace backfile {

/// The first eight bytes of a term as a number: terms are mostly told apart by it.
inline std::uint64_t leading_bytes(std::string_view term) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, term.data(), std::min(term.size(), sizeof bytes));
  return std::endian::native == std::endian::little ? __builtin_bswap64(bytes) : bytes;
}

/// The numbers below `count` in byte order of their terms, which `term(number)` gives.
template <typename Term>
std::vector<std::uint32_t> in_byte_order(std::uint32_t count, Term&& term) {
  struct Key {
    std::uint64_t begin;
    std::uint32_t number;
  };
  std::vector<Key> keys;
  keys.reserve(count);
  for (std::uint32_t number = 0; number < count; ++number) {
    keys.push_back({leading_bytes(term(number)), number});
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
    return a.begin != b.begin ? a.begin < b.begin : term(a.number) < term(b.number);
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(keys.size());
  for (const Key& key : keys) numbers.push_back(key.number);
  return numbers;
}

}  // namespace backfile
