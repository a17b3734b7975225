#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "common/text/hash.h"

namespace backfile {

/// Which articles this run has seen: one id is one article. Of 1,000,000 articles some 60 MB.
class Claims {
 public:
  enum class Outcome : std::uint8_t {
    first,    ///< nobody had the id
    same,     ///< somebody had it, with the same content
    conflict  ///< somebody had it, with other content
  };

  /// Claims `id` for `content`, or for what stands for it; the first to come keeps it.
  Outcome claim(std::string_view id, std::string_view content);

  /// Whether somebody has it.
  [[nodiscard]] bool has(std::string_view id) const;

 private:
  struct Hasher {
    std::size_t operator()(const Hash& hash) const { return hash.low; }
  };

  std::unordered_map<Hash, std::uint64_t, Hasher> contents_;
};

}  // namespace backfile
