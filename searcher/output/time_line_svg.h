#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer.h"

namespace backfile {

/// One interval of a time line after the other, without gaps: those that nothing fell into stand
/// between the others with a count of 0, unless they are very many. `counts`: of dates, in order,
/// as a facet of dates has them.
std::vector<FacetValue> without_gaps(const std::vector<FacetValue>& counts);

/// "year", "month", "week" or "day": what the intervals are.
std::string_view interval_name(const std::vector<FacetValue>& counts);

/// The intervals as bars, as an SVG element that fills the width it is given. `id` names its title.
std::string time_line_svg(const std::vector<FacetValue>& intervals, std::string_view title,
                          std::string_view id);

}  // namespace backfile
