#pragma once

#include <cstddef>
#include <vector>

#include "searcher/search/matches.h"

namespace backfile {

/// Whether so many hits are listed, or left out before the first, that they are better put in order
/// here: Xapian keeps a hundred bytes for each.
bool is_long_list(const Request& request);

/// The same hits as find_page has, for lists of any length, with some 40 bytes for each match.
std::vector<Ranked> find_long_list(const Xapian::Database& database, const Xapian::Query& query,
                                   Sort sort, std::size_t offset, std::size_t limit);

}  // namespace backfile
