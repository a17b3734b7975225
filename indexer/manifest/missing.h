#pragma once

#include "indexer/manifest/ledger.h"
#include "indexer/manifest/places.h"
#include "indexer/writing/index_writer.h"

namespace backfile {

/// What a run that has read everything knows.
struct MissingParts {
  const IndexWriter& writer;
  const Plan& plan;
  const SourceLedger& ledger;
  const Places& places;
};

/// Takes files that are gone off the articles that stand in other files, too, and files off those
/// that they do not give any more. With `prune`, articles that stand nowhere else are removed, and
/// the files that are gone are forgotten; otherwise both stay.
void settle_missing(const MissingParts& parts, bool prune, Manifest& manifest, Changes& changes);

}  // namespace backfile
