#include "indexer/readers/crawl/header_fields.h"

#include <algorithm>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"

namespace backfile {

HeaderFields::HeaderFields(std::string_view text) {
  constexpr std::size_t longest = 1UL << 20;
  const std::string_view start = text.substr(0, longest);
  while (!is_complete_ && size_ < start.size()) {
    const std::size_t end = start.find('\n', size_);
    if (end == std::string_view::npos) {
      size_ = start.size();
      return;
    }
    std::string_view line = start.substr(size_, end - size_);
    if (line.ends_with('\r')) line.remove_suffix(1);
    size_ = end + 1;
    is_complete_ = line.empty();
    add(line);
  }
}

void HeaderFields::add(std::string_view line) {
  constexpr std::size_t most_fields = 1000;
  if (!fields_.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
    fields_.back().second.append(" ").append(trim(line));
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || fields_.size() == most_fields) return;
  fields_.emplace_back(lower_case(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
}

std::string_view HeaderFields::get(std::string_view name) const {
  const auto field = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& entry) { return entry.first == name; });
  return field == fields_.end() ? std::string_view() : std::string_view(field->second);
}

}  // namespace backfile
