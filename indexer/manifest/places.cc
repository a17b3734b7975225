#include "indexer/manifest/places.h"

#include <boost/filesystem.hpp>

namespace backfile {

bool Places::holds(const std::string& path) {
  const SourceRecord* record = manifest_.find(path);
  return record != nullptr && !record->gone && !plan_.reads_anew(path) && is_there(path);
}

bool Places::is_there(const std::string& path) {
  const auto [entry, is_new] = is_there_.try_emplace(path);
  if (is_new) {
    boost::system::error_code ignored;
    entry->second = boost::filesystem::exists(path, ignored);
    if (!entry->second) lost_.insert(path);
  }
  return entry->second;
}

}  // namespace backfile
