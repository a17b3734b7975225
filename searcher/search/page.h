#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "searcher/cursor.h"
#include "searcher/request.h"
#include "searcher/search/ranking.h"

namespace backfile {

/// A page of the answer, and all that match.
struct Page {
  std::vector<Ranked> hits;
  std::size_t offset = 0;  ///< matches before the first of them
  bool more = false;       ///< whether there are matches behind the last of them
  Documents all = {};      ///< rising
};

/// The matches from `offset` on, at most `limit`, which is not 0, in the order asked for. Ties go
/// to the newer article, then by id; undated articles come last.
Page find_page(const Database& database, const Xapian::Query& query, Sort sort, std::size_t offset,
               std::size_t limit);

/// Of the same list the matches behind a place, at most `limit`.
Page find_page_behind(const Database& database, const Xapian::Query& query, Sort sort,
                      const Cursor& place, std::size_t limit);

}  // namespace backfile
