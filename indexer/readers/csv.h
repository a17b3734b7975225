#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

/// CSV (RFC 4180) and its kin with other delimiters: each row below the head is an article. What a
/// column holds is told by its name (keys.h) or by `map`. A row that is broken, or has another
/// number of cells than the head, loses only itself.
void read_csv(const Input& input, const FieldMap& map, ArticleSink& sink);

}  // namespace backfile
