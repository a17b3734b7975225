#include "indexer/display_names.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/fold.h"

namespace backfile {

void SpellingCounts::count(const Article& article) {
  count(field(FieldId::outlet), article.outlet);
  count(field(FieldId::section), article.section);
  for (const std::string& topic : article.topics) count(field(FieldId::topic), topic);
  for (const std::string& author : article.authors) count(field(FieldId::author), author);
}

void SpellingCounts::count(const Field& field, const std::string& name) {
  const std::string key = name_key(name);
  if (!key.empty()) ++spellings_[display_name_key(value_prefix(field), key)][name];
}

DisplayNames SpellingCounts::best() const {
  const auto rarer = [](const auto& a, const auto& b) { return a.second < b.second; };
  DisplayNames names;
  for (const auto& [key, spellings] : spellings_) {
    names[key] = std::max_element(spellings.begin(), spellings.end(), rarer)->first;
  }
  return names;
}

void add_aliases(DisplayNames& names, const OutletTable& outlets) {
  const std::string_view prefix = value_prefix(field(FieldId::outlet));
  for (const auto& [alias, outlet] : outlets.aliases()) {
    const std::string key = name_key(outlet);
    const bool is_indexed = names.contains(display_name_key(prefix, key));
    if (is_indexed && alias != key) names[alias_key(prefix, alias)] = key;
  }
}

}  // namespace backfile
