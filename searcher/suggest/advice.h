#pragma once

#include "common/index/database.h"
#include "searcher/answer.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"

namespace backfile {

/// Adds to an answer what helps when little or nothing was found: values that no article has, why
/// nothing matches, and other spellings. Costs nothing when much was found and every part of the
/// query must match: then nothing can be missing. `tree` is the request's query, as before in the
/// end.
void advise(Answer& answer, const Database& database, Node& tree, const Request& request);

}  // namespace backfile
