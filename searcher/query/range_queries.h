#pragma once

#include <xapian.h>

#include "searcher/query/tree.h"

namespace backfile {

/// The articles whose date lies in the range: every day that a date may mean ("2021-02" is 28 days)
/// must be in it. It is a query of terms, for the years that the articles are of.
Xapian::Query date_query(const Xapian::Database& database, const DateNode& range);

/// The articles whose number lies in the range.
Xapian::Query number_query(const NumberNode& range);

}  // namespace backfile
