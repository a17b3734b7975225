#pragma once

#include <map>
#include <string>

namespace Xapian {
class Database;
}  // namespace Xapian

namespace backfile {

/// Texts in the metadata of an index, by their keys. In a list of changes an empty text takes a key
/// away.
using Metadata = std::map<std::string, std::string>;

/// Those in `database` whose keys begin with `prefix`. Throws Xapian's exceptions.
Metadata metadata_with(const Xapian::Database& database, const std::string& prefix);

}  // namespace backfile
