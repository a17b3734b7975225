#include "indexer/upkeep/generation.h"

#include <boost/filesystem.hpp>

#include "common/error.h"
#include "common/index/index_directory.h"

namespace backfile {

std::string generation_in_use(const std::string& path) {
  std::string generation = IndexDirectory(path).generation();
  if (generation.empty()) {
    throw Error(ErrorCode::index_missing, "there is no index at " + path,
                "make one with backfile-index --db " + path + " SOURCE");
  }
  return generation;
}

std::uint64_t bytes_below(const std::string& directory) {
  std::uint64_t bytes = 0;
  boost::system::error_code error;
  for (boost::filesystem::recursive_directory_iterator entry(directory, error), end;
       !error && entry != end; entry.increment(error)) {
    if (is_regular_file(entry->path())) bytes += file_size(entry->path());
  }
  return bytes;
}

}  // namespace backfile
