#include "searcher/explain/explanation.h"

#include <array>

namespace backfile {

std::string_view name_of(NodeKind kind) {
  constexpr std::array<std::string_view, 15> names{"all",    "word",  "exact", "pattern", "fuzzy",
                                                   "phrase", "near",  "and",   "beside",  "or",
                                                   "not",    "field", "value", "date",    "number"};
  return names.at(static_cast<std::size_t>(kind));
}

bool is_joint(NodeKind kind) {
  return kind == NodeKind::and_ || kind == NodeKind::beside || kind == NodeKind::or_ ||
         kind == NodeKind::not_ || kind == NodeKind::field;
}

}  // namespace backfile
