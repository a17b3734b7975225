#include "common/text/hash.h"

#include <xxhash.h>

#include <memory>

#include "common/mapped_file.h"

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

Hash hash_of(const MappedFile& file, std::uint64_t size) {
  constexpr std::size_t part = 16UL << 20;
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  XXH3_128bits_reset(state.get());
  const std::string_view bytes = file.bytes().substr(0, size);
  for (std::size_t at = 0; at < bytes.size(); at += part) {
    const std::string_view next = bytes.substr(at, part);
    XXH3_128bits_update(state.get(), next.data(), next.size());
    if (next.size() == part) file.forget();
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return {hash.high64, hash.low64};
}

}  // namespace backfile
