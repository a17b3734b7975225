#include "searcher/search/find_article.h"

#include "common/error.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"

namespace backfile {
namespace {

Xapian::Document find_document(const Xapian::Database& database, const std::string& id) {
  const Field& row = field(FieldId::id);
  for (const std::string& term : {value_term(row, id), term_of(own_id_prefix, id)}) {
    const Xapian::PostingIterator found = database.postlist_begin(term);
    if (found == database.postlist_end(term)) continue;
    return database.get_document(*found);
  }
  throw Error(ErrorCode::bad_query, "no article has the id " + id,
              "backfile-search --format ids QUERY lists ids");
}

}  // namespace

Article find_article(const Xapian::Database& database, const std::string& id) {
  return stored_article(find_document(database, id).get_data(), WithBody::yes);
}

Article find_own_text(const Xapian::Database& database, const std::string& id) {
  const Xapian::Document document = find_document(database, id);
  Article article = stored_article(document.get_data(), WithBody::yes);
  article.body =
      without_ranges(article.body, boilerplate_ranges(document.get_value(boilerplate_slot)));
  return article;
}

}  // namespace backfile
