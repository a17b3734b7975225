#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace backfile {

/// A kind of file that is known by its first bytes.
struct Signature {
  std::string_view bytes;
  std::string_view name;
};

/// The name of the first of `signatures` that `bytes` begin with; "" when there is none.
inline std::string_view name_by_signature(std::span<const Signature> signatures,
                                          std::string_view bytes) {
  const auto found = std::ranges::find_if(
      signatures, [&](const Signature& entry) { return bytes.starts_with(entry.bytes); });
  return found == signatures.end() ? std::string_view() : found->name;
}

}  // namespace backfile
