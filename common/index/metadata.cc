#include "common/index/metadata.h"

#include <xapian.h>

namespace backfile {

Metadata metadata_with(const Xapian::Database& database, const std::string& prefix) {
  Metadata found;
  const auto end = database.metadata_keys_end(prefix);
  for (auto key = database.metadata_keys_begin(prefix); key != end; ++key) {
    found[*key] = database.get_metadata(*key);
  }
  return found;
}

}  // namespace backfile
