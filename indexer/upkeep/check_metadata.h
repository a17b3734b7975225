#pragma once

#include <xapian.h>

#include "indexer/manifest/manifest.h"
#include "indexer/upkeep/findings.h"

namespace backfile {

/// Checks that each key has a name to be shown by, and that what was learned of outlets is whole.
void check_metadata(const Xapian::Database& database, Findings& findings);

/// Checks that the files of `manifest` are those that the articles stand in, and as many articles
/// stand in each as it gave.
void check_manifest(const Xapian::Database& database, const Manifest& manifest, Findings& findings);

}  // namespace backfile
