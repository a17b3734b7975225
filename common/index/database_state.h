#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace Xapian {
class Database;
}  // namespace Xapian

namespace backfile {

/// Tells one state of one database from all others.
struct DatabaseState {
  std::string uuid;  ///< of the database; a merged one has its own
  std::uint64_t revision = 0;
  friend bool operator==(const DatabaseState&, const DatabaseState&) = default;
};

/// nullopt for a database that is several in one, remote or in memory: these have no revision.
std::optional<DatabaseState> state_of(const Xapian::Database& database);

}  // namespace backfile
