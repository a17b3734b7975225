#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "searcher/answer.h"
#include "searcher/request.h"

namespace backfile {

/// Counts the values of a facet over `matches`, exactly. `matches` are the numbers of documents in
/// `database`, rising.
Facet count_facet(const Xapian::Database& database, const FacetRequest& request, Interval interval,
                  std::span<const Xapian::docid> matches);

}  // namespace backfile
