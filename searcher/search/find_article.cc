#include "searcher/search/find_article.h"

#include "common/error.h"
#include "common/index/stored_article.h"
#include "common/index/terms.h"

namespace backfile {

Article find_article(const Xapian::Database& database, const std::string& id) {
  const Field& row = field(FieldId::id);
  for (const std::string& term : {value_term(row, id), term_of(own_id_prefix, id)}) {
    const Xapian::PostingIterator found = database.postlist_begin(term);
    if (found == database.postlist_end(term)) continue;
    return stored_article(database.get_document(*found).get_data(), WithBody::yes);
  }
  throw Error(ErrorCode::bad_query, "no article has the id " + id,
              "backfile-search --format ids QUERY lists ids");
}

}  // namespace backfile
