#include "indexer/writing/index_record.h"

#include <xapian.h>

#include <algorithm>
#include <span>

#include "common/field.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/value_list.h"
#include "common/text/fold.h"

namespace backfile {
namespace {

/// No value means unknown.
void set_value(IndexRecord& record, int slot, std::string value) {
  if (!value.empty()) {
    record.values.emplace_back(static_cast<std::uint32_t>(slot), std::move(value));
  }
}

void set_value(IndexRecord& record, FieldId id, std::string value) {
  set_value(record, field(id).slot, std::move(value));
}

void set_names(IndexRecord& record, FieldId id, std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names) {
    const std::string key = name_key(name);
    if (!key.empty() && !contains_value(list, key)) append_value(list, key);
  }
  set_value(record, id, std::move(list));
}

}  // namespace

IndexRecord make_record(const Article& article, const ArticleTerms& terms, std::string data,
                        const std::string& fingerprint) {
  IndexRecord record{terms, {}, std::move(data)};
  if (article.published) set_value(record, FieldId::date, article.published->sort_key());
  set_value(record, FieldId::outlet, name_key(article.outlet));
  set_value(record, FieldId::section, name_key(article.section));
  set_value(record, FieldId::language, name_key(article.language));
  set_names(record, FieldId::topic, article.topics);
  set_names(record, FieldId::author, article.authors);
  set_value(record, FieldId::length, Xapian::sortable_serialise(terms.length));
  set_value(record, content_hash_slot, fingerprint);
  for (const auto& [slot, value] : terms.word_order) set_value(record, slot, value);
  set_value(record, story_slot, std::string(terms.story));
  set_value(record, boilerplate_slot, boilerplate_value(terms.boilerplate));
  std::sort(record.values.begin(), record.values.end());
  return record;
}

}  // namespace backfile
