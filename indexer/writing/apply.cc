#include "indexer/writing/apply.h"

#include "common/field.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

std::string file_term(const SourceLocation& place) {
  return value_term(field(FieldId::source), place.path);
}

void change_places(const std::string& id, const PlaceChanges& changes,
                   Xapian::WritableDatabase& database) {
  const std::string term = value_term(field(FieldId::id), id);
  const Xapian::PostingIterator found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return;
  Xapian::Document document = database.get_document(*found);
  const std::vector<SourceLocation> before = stored_sources(document.get_data());
  const std::vector<SourceLocation> after = changes.applied_to(before);
  if (after == before) return;
  for (const SourceLocation& place : before) document.remove_term(file_term(place));
  for (const SourceLocation& place : after) document.add_boolean_term(file_term(place));
  document.set_data(with_sources(document.get_data(), after));
  database.replace_document(*found, document);
}

void add_missing(const Metadata& metadata, Xapian::WritableDatabase& database) {
  for (const auto& [key, text] : metadata) {
    if (database.get_metadata(key).empty()) database.set_metadata(key, text);
  }
}

}  // namespace

void apply(const Changes& changes, Xapian::WritableDatabase& database) {
  for (const auto& [id, places] : changes.places) change_places(id, places, database);
  add_missing(changes.names, database);
  for (const auto& [key, text] : changes.metadata) database.set_metadata(key, text);
}

void copy_metadata(const Xapian::Database& source, Xapian::WritableDatabase& target) {
  add_missing(metadata_with(source, {}), target);
}

}  // namespace backfile
