#include "common/index/database_state.h"

#include <xapian.h>

namespace backfile {

std::optional<DatabaseState> state_of(const Xapian::Database& database) {
  if (database.size() != 1) return std::nullopt;
  try {
    return DatabaseState{database.get_uuid(), database.get_revision()};
  } catch (const Xapian::UnimplementedError&) {
    return std::nullopt;
  }
}

}  // namespace backfile
