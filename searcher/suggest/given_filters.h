#pragma once

#include <string>
#include <vector>

#include "common/field.h"
#include "searcher/request.h"

namespace backfile {

/// One filter of a request.
struct GivenFilter {
  FieldId field;
  std::string text;   ///< as an option: `--outlet "BBC News"`
  std::string value;  ///< of the option, maybe "a|b"; empty of dates
  Request alone;      ///< a request of this filter and nothing else
};

/// The filters of a request, one for each option; --since and --until are one together.
std::vector<GivenFilter> given_filters(const Request& request);

}  // namespace backfile
