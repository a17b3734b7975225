#pragma once

#include "common/index/database.h"
#include "searcher/answer.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"

namespace backfile {

/// Says in the answer why no article matches, as `no_match` and in the notes: which words, phrases,
/// values and filters match nothing by themselves; when each matches something, which of them left
/// out finds most; and what `--match any` finds. Values that no article has are in no note:
/// unknown_values has more to say of them. `tree` is as before in the end.
void explain_no_match(Answer& answer, const Database& database, Node& tree, const Request& request);

}  // namespace backfile
