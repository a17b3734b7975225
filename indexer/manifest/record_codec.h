#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/manifest/source_record.h"

namespace backfile {

/// Files in byte order of their paths.
using SourceRecords = std::map<std::string, SourceRecord>;

/// Packs the records from `first` to `last`; what a path has in common with the one before it, and
/// what many records share, is written once.
std::string pack_records(SourceRecords::const_iterator first, SourceRecords::const_iterator last);

/// Adds to `records` what was packed. Throws Error (index_damaged).
void unpack_records(std::string_view packed, SourceRecords& records);

}  // namespace backfile
