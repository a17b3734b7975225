#include "searcher/query/token.h"

#include <array>

namespace backfile {

std::string_view name_of(QueryTokenKind kind) {
  constexpr std::array<std::string_view, 13> names{"word",  "phrase", "value", "field", "open",
                                                   "close", "minus",  "bar",   "and",   "or",
                                                   "not",   "near",   "end"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace backfile
