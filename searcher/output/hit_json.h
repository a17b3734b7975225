#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "searcher/output/columns.h"

namespace backfile {

/// What is known of a hit, as docs/search-answer.md says; of `chosen` columns only, when there are
/// any.
nlohmann::ordered_json hit_json(const Hit& hit, const std::vector<const Column*>& chosen);

/// The article of a hit whole: its summary and body, too.
nlohmann::ordered_json whole_json(const Hit& hit, const std::vector<const Column*>& chosen);

}  // namespace backfile
