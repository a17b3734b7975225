#include "common/text/hash.h"

#include <xxhash.h>

namespace backfile {

std::string Hash::bytes() const {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH128_hash_t{low, high});
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

Hash hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

}  // namespace backfile
