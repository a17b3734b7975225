#include "indexer/claims.h"

namespace backfile {

Claims::Outcome Claims::claim(std::string_view id, std::string_view content) {
  const std::uint64_t content_hash = hash_of(content).low;
  const auto [known, is_new] = contents_.try_emplace(hash_of(id), content_hash);
  if (is_new) return Outcome::first;
  return known->second == content_hash ? Outcome::same : Outcome::conflict;
}

bool Claims::has(std::string_view id) const { return contents_.contains(hash_of(id)); }

}  // namespace backfile
