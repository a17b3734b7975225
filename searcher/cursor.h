#pragma once

#include <cstddef>
#include <string>

#include "searcher/answer.h"
#include "searcher/request.h"

namespace backfile {

/// A place in the list of an answer: behind one of its hits, in terms that outlive the state of the
/// index.
struct Cursor {
  std::size_t rank = 0;  ///< of the hit when it was found: a guess where to look
  double score = 0;      ///< 0 unless sorted by relevance
  std::string date;      ///< its sort key, or empty
  std::string id;
};

/// The place behind `hit`, the `rank`th that `request` found, as text that a shell leaves as it is.
/// It says by which order, query and filters it was made.
std::string write_cursor(const Request& request, const Hit& hit, std::size_t rank);

/// The place that `request.after` says. Throws Error (usage) when it is no such text, or was made
/// by another order, query or filter.
Cursor read_cursor(const Request& request);

}  // namespace backfile
