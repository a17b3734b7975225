#include "indexer/readers/field_map.h"

#include <algorithm>
#include <string>

#include "common/error.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr std::string_view article_name = "article";

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
  const std::size_t equals = std::min(assignment.find('='), assignment.size());
  const std::string_view name = trim(assignment.substr(0, equals));
  const std::string_view path = trim(assignment.substr(std::min(equals + 1, assignment.size())));
  if (name.empty() || path.empty()) {
    throw Error(ErrorCode::usage, "--map " + std::string(assignment) + " is not FIELD=PATH",
                "write for example --map title=meta.headline");
  }
  if (name == article_name) {
    article_ = path;
    return;
  }
  const Field* entry = find_field(name);
  if (entry == nullptr || !is_read(*entry)) {
    throw Error(ErrorCode::usage, "--map cannot fill a field \"" + std::string(name) + "\"",
                "the fields are " + names_of_fields());
  }
  paths_[static_cast<std::size_t>(entry->id)].emplace_back(path);
}

void FieldMap::add_lines(std::string_view text, std::string_view file) {
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trim(text.substr(start, end - start));
    start = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    try {
      add(line);
    } catch (const Error& error) {
      throw Error(ErrorCode::usage,
                  std::string(file) + ", line " + std::to_string(number) + ": " + error.what(),
                  error.hint());
    }
  }
}

const std::vector<std::string>& FieldMap::paths(FieldId field) const {
  return paths_[static_cast<std::size_t>(field)];
}

}  // namespace backfile
