#pragma once

#include <xapian.h>

#include "searcher/search/documents.h"

namespace backfile {

/// Those of `documents`, which rise, that the query matches; no others are looked at. Works on an
/// index that is one local database only.
Xapian::Query only_these(Documents documents, const Xapian::Query& query);

}  // namespace backfile
