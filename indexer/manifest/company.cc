#include "indexer/manifest/company.h"

#include <algorithm>

#include "common/index/packed.h"
#include "common/text/hash.h"

namespace backfile {
namespace {

/// With the slash.
std::string directory_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

std::string directory_above(const std::string& directory) {
  return directory_of(directory.substr(0, directory.size() - 1));
}

}  // namespace

std::uint64_t Company::of(const std::string& path) {
  const std::string directory = directory_of(path);
  const auto [entry, is_new] = known_.try_emplace(directory);
  if (is_new) {
    const std::uint64_t above = stamps_below(directory_above(directory), false);
    entry->second = (stamps_below(directory, true) ^ above) | 1U;
  }
  return entry->second;
}

std::uint64_t Company::stamps_below(const std::string& directory, bool deep) const {
  std::string stamps;
  auto file = std::lower_bound(
      files_.begin(), files_.end(), directory,
      [](const SourceFile& entry, const std::string& path) { return entry.path < path; });
  for (; file != files_.end() && file->path.starts_with(directory); ++file) {
    if (!deep && file->path.find('/', directory.size()) != std::string::npos) continue;
    put_text(stamps, file->path);
    put_number(stamps, file->size);
    put_number(stamps, static_cast<std::uint64_t>(file->modified));
    put_number(stamps, static_cast<std::uint64_t>(file->changed));
  }
  return hash_of(stamps).low;
}

}  // namespace backfile
