#include "indexer/readers/field_map.h"

#include <string>

#include "common/error.h"

namespace backfile {
namespace {

constexpr bool is_read(const Field& entry) {
  return entry.id != FieldId::site && entry.id != FieldId::length && entry.id != FieldId::source;
}

std::string names_of_fields() {
  std::string names;
  for (const Field& entry : fields) {
    if (!is_read(entry)) continue;
    if (!names.empty()) names += ", ";
    names += entry.name;
  }
  return names;
}

}  // namespace

void FieldMap::add(std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == assignment.size()) {
    throw Error(ErrorCode::usage, "--map " + std::string(assignment) + " is not FIELD=PATH",
                "write for example --map title=meta.headline");
  }
  const std::string_view name = assignment.substr(0, equals);
  const Field* entry = find_field(name);
  if (entry == nullptr || !is_read(*entry)) {
    throw Error(ErrorCode::usage, "--map cannot fill a field \"" + std::string(name) + "\"",
                "the fields are " + names_of_fields());
  }
  paths_[static_cast<std::size_t>(entry->id)].emplace_back(assignment.substr(equals + 1));
}

const std::vector<std::string>& FieldMap::paths(FieldId field) const {
  return paths_[static_cast<std::size_t>(field)];
}

}  // namespace backfile
