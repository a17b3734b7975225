#pragma once

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/index/columns.h"

namespace backfile {

/// Sees to it that facets are counted fast: writes the columns of `database`, the one in
/// `directory`. When there are columns of the state `before`, only the documents `changed` since
/// then, added ones included, are read. Throws Xapian's exceptions, and Error (unwritable or
/// disk_full).
void write_columns(const Xapian::Database& database, const std::string& directory,
                   const std::optional<DatabaseState>& before = std::nullopt,
                   const std::vector<Xapian::docid>& changed = {});

/// Writes them when there are none of the present state, as before this program knew of columns, or
/// when a run ended between its commit and its columns.
void ensure_columns(const Xapian::Database& database, const std::string& directory);

}  // namespace backfile
