#pragma once

#include <xapian.h>

#include "searcher/query/tree.h"

namespace backfile {

/// The articles whose date lies in the range: every day that a date may mean ("2021-02" is 28 days)
/// must be in it.
Xapian::Query date_query(const DateNode& range);

/// The articles whose number lies in the range.
Xapian::Query number_query(const NumberNode& range);

}  // namespace backfile
