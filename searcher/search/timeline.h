#pragma once

#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/request.h"
#include "searcher/search/documents.h"
#include "searcher/search/slot_texts.h"

namespace backfile {

/// A query of a time line and what it matches.
struct TimelineQuery {
  std::string name;
  Documents matches;
};

/// Counts the matches of each query, and the parts of the first that `request` asks for, over the
/// time that all of them span. `all` are the articles of the index; nullptr when they are not
/// asked for.
Timeline count_timeline(const Countable& countable, const Request& request,
                        const std::vector<TimelineQuery>& queries, const Documents* all);

}  // namespace backfile
