#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/answer.h"
#include "searcher/request.h"
#include "searcher/search/slot_texts.h"

namespace backfile {

/// Counts the values of a facet over `matches`, exactly. `matches` are numbers of documents,
/// rising.
Facet count_facet(const Countable& countable, const FacetRequest& request, Interval interval,
                  std::span<const Xapian::docid> matches);

}  // namespace backfile
