#pragma once

#include <xapian.h>

#include <string>

#include "indexer/upkeep/findings.h"

namespace backfile {

/// Checks that the columns of the database in `directory` say what its values say.
void check_columns(const Xapian::Database& database, const std::string& directory,
                   Findings& findings);

}  // namespace backfile
