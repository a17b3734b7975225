#include "indexer/writing/document.h"

#include <span>

#include "common/field.h"
#include "common/index/value_list.h"
#include "common/text/fold.h"

namespace backfile {
namespace {

/// No value means unknown.
void set_value(Xapian::Document& document, FieldId id, const std::string& value) {
  if (!value.empty()) {
    document.add_value(static_cast<Xapian::valueno>(field(id).slot), value);
  }
}

void set_names(Xapian::Document& document, FieldId id, std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names) {
    const std::string key = name_key(name);
    if (!key.empty() && !contains_value(list, key)) append_value(list, key);
  }
  set_value(document, id, list);
}

void set_values(Xapian::Document& document, const Article& article, std::uint32_t length) {
  if (article.published) set_value(document, FieldId::date, article.published->sort_key());
  set_value(document, FieldId::outlet, name_key(article.outlet));
  set_value(document, FieldId::section, name_key(article.section));
  set_value(document, FieldId::language, name_key(article.language));
  set_names(document, FieldId::topic, article.topics);
  set_names(document, FieldId::author, article.authors);
  set_value(document, FieldId::length, Xapian::sortable_serialise(length));
}

}  // namespace

Xapian::Document make_document(const Article& article, const ArticleTerms& terms,
                               const std::string& data, const std::string& fingerprint) {
  Xapian::Document document;
  std::string term;
  for (const TermEntry& entry : terms.words) {
    document.add_term(term.assign(entry.term), entry.weight);
  }
  for (const std::string& filter : terms.filters) document.add_boolean_term(filter);
  set_values(document, article, terms.length);
  document.add_value(content_hash_slot, fingerprint);
  document.add_value(word_order_slot, std::string(terms.word_order));
  document.set_data(data);
  return document;
}

}  // namespace backfile
