#pragma once

#include <xapian.h>

#include "indexer/writing/changes.h"

namespace backfile {

/// Changes the places of articles, the names of keys and the metadata in `database` as `changes`
/// says. Throws Xapian's exceptions.
void apply(const Changes& changes, Xapian::WritableDatabase& database);

/// Copies the metadata that `target` has not from `source`. Throws Xapian's exceptions.
void copy_metadata(const Xapian::Database& source, Xapian::WritableDatabase& target);

}  // namespace backfile
