#include "common/article.h"

#include <algorithm>
#include <utility>

namespace backfile {

std::string SourceLocation::display() const {
  std::string text = path;
  if (!member.empty()) text += "!" + member;
  if (record != 0) text += "#" + std::to_string(record);
  return text;
}

void Article::found(FieldId field, std::string method) {
  const auto known = std::find_if(found_by.begin(), found_by.end(),
                                  [&](const FoundBy& entry) { return entry.field == field; });
  if (known != found_by.end()) {
    known->method = std::move(method);
  } else {
    found_by.push_back({field, std::move(method)});
  }
}

}  // namespace backfile
