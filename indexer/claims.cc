#include "indexer/claims.h"

#include <xxhash.h>

namespace backfile {

Claims::Outcome Claims::claim(std::string_view id, std::string_view content) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  const std::uint64_t content_hash = XXH3_64bits(content.data(), content.size());
  const auto [known, is_new] = contents_.try_emplace(Key{hash.low64, hash.high64}, content_hash);
  if (is_new) return Outcome::first;
  return known->second == content_hash ? Outcome::same : Outcome::conflict;
}

}  // namespace backfile
