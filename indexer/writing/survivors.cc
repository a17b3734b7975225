#include "indexer/writing/survivors.h"

#include "common/field.h"
#include "common/index/terms.h"
#include "indexer/writing/merge.h"

namespace backfile {
namespace {

/// Where a document of a higher number may go, and the documents that have to.
struct Moves {
  std::vector<Xapian::docid> gaps;
  std::vector<Xapian::docid> documents;
};

Moves moves_in(const Xapian::Database& database) {
  const Xapian::docid count = database.get_doccount();
  Moves moves;
  Xapian::docid next = 1;
  for (auto post = database.postlist_begin(""); post != database.postlist_end(""); ++post) {
    for (; next < *post && next <= count; ++next) moves.gaps.push_back(next);
    next = *post + 1;
    if (*post > count) moves.documents.push_back(*post);
  }
  return moves;
}

/// A document that knows of no database: one that does cannot be put under another number there
/// (Xapian 1.4 takes it for unchanged, and writes nothing).
Xapian::Document free_copy(const Xapian::Document& document) {
  return Xapian::Document::unserialise(document.serialise());
}

/// Xapian 1.4 takes a term that every document has for the list of all documents, and in a database
/// with gaps then fails with "Unexpected end of posting list" where that list is long. The highest
/// number given stays, unless the database is merged.
std::vector<Xapian::docid> close_gaps(Xapian::WritableDatabase& database) {
  const Moves moves = moves_in(database);
  for (std::size_t i = 0; i < moves.gaps.size(); ++i) {
    const Xapian::docid from = moves.documents[i];
    database.replace_document(moves.gaps[i], free_copy(database.get_document(from)));
    database.delete_document(from);
  }
  return moves.gaps;
}

}  // namespace

std::vector<Xapian::docid> remove_articles(const std::vector<std::string>& ids,
                                           Xapian::WritableDatabase& database) {
  if (ids.empty()) return {};
  for (const std::string& id : ids) {
    database.delete_document(value_term(field(FieldId::id), id));
  }
  return close_gaps(database);
}

void copy_without(const std::vector<std::string>& ids, const std::string& source,
                  const std::string& target) {
  merge({source}, target);
  Xapian::WritableDatabase copy(target, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  remove_articles(ids, copy);
  copy.commit();
}

}  // namespace backfile
