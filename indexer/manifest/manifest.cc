#include "indexer/manifest/manifest.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace backfile {
namespace {

/// One path in so many ends a portion.
constexpr std::uint64_t usual_portion = 512;

std::string key_of(const Hash& last) {
  return fmt::format("{}{:016x}", Manifest::key_prefix, last.high);
}

}  // namespace

Manifest::Manifest(Metadata portions) : stored_(std::move(portions)) {
  for (const auto& [key, packed] : stored_) unpack_records(packed, records_);
}

const SourceRecord* Manifest::find(const std::string& path) const {
  const auto entry = records_.find(path);
  return entry == records_.end() ? nullptr : &entry->second;
}

void Manifest::put(const std::string& path, SourceRecord record) {
  records_.insert_or_assign(path, std::move(record));
  is_changed_ = true;
}

void Manifest::remove(const std::string& path) {
  is_changed_ = records_.erase(path) != 0 || is_changed_;
}

/// The last path of a portion gives it its key; behind the last such path there are some more.
Metadata Manifest::portions() const {
  Metadata portions;
  auto first = records_.begin();
  for (auto record = first; record != records_.end();) {
    const Hash hash = hash_of(record->first);
    ++record;
    if (hash.low % usual_portion != 0 && record != records_.end()) continue;
    const std::string key = hash.low % usual_portion == 0 ? key_of(hash) : key_of({});
    portions.insert_or_assign(key, pack_records(first, record));
    first = record;
  }
  return portions;
}

Metadata Manifest::changes() const {
  if (!is_changed_) return {};
  Metadata changes = portions();
  for (const auto& [key, packed] : stored_) {
    const auto [entry, is_gone] = changes.try_emplace(key);
    if (!is_gone && entry->second == packed) changes.erase(entry);
  }
  return changes;
}

}  // namespace backfile
