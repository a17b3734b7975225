#pragma once

#include "indexer/readers/field_map.h"
#include "indexer/readers/html/findings.h"
#include "indexer/readers/html/tree.h"

namespace backfile {

/// Notes what the head of a page says: <meta> in the vocabularies of Open Graph (ogp.me), Dublin
/// Core, parse.ly, Sailthru, Google Scholar ("citation_…") and the names in common use, <title>,
/// <link rel="canonical"> and <html lang>; before all, the names that the user's `map` has as
/// paths.
void find_meta(const HtmlTree& tree, const FieldMap& map, Findings& findings);

}  // namespace backfile
