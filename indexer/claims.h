#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace backfile {

/// Which articles this run has seen: one id is one article. Of 1,000,000 articles some 60 MB.
class Claims {
 public:
  enum class Outcome : std::uint8_t {
    first,    ///< nobody had the id
    same,     ///< somebody had it, with the same content
    conflict  ///< somebody had it, with other content
  };

  /// Claims `id` for `content`; the first to come keeps it.
  Outcome claim(std::string_view id, std::string_view content);

 private:
  struct Key {
    std::uint64_t low;
    std::uint64_t high;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const { return key.low; }
  };

  std::unordered_map<Key, std::uint64_t, Hash> contents_;
};

}  // namespace backfile
