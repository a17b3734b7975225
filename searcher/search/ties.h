#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/search/ranking.h"

namespace backfile {

/// What the ids of documents are compared by: their terms, in order of bytes.
std::string id_term_of(const Xapian::Database& database, Xapian::docid document);

/// Puts hits that neither score nor date tells apart in the order of their ids, so that every list
/// has one order, whatever numbers the documents have in this state of the index. `hits` are by
/// score and date, and such hits are complete; what lies before `from` stays as it is, what lies
/// behind `to` is of no use any more.
void order_ties(const Xapian::Database& database, std::vector<Ranked>& hits, std::size_t from,
                std::size_t to);

}  // namespace backfile
