#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace backfile {

/// What a query is as a set of documents.
enum class QueryKind {
  term,
  everything,
  nothing,
  each,     ///< in each of the parts
  any,      ///< in one of the parts at least
  synonym,  ///< in one of the parts at least, all of which are terms that stand for one
  but,      ///< in the first part and none of the others
  maybe,    ///< in the first part; the others add to the scores
  scaled,   ///< in its part, whose scores have a factor
  other     ///< what Xapian must look for: a phrase, a range of values, a source of postings
};

QueryKind kind_of(const Xapian::Query& query);

/// The queries that a query consists of.
std::vector<Xapian::Query> parts_of(const Xapian::Query& query);

/// The term of a query of that kind.
std::string term_of(const Xapian::Query& leaf);

/// The factor of a scaled query. Throws Error (internal) when Xapian does not tell it.
double factor_of(const Xapian::Query& query);

/// Whether it is, or any part of it is, for Xapian to look for.
bool has_other(const Xapian::Query& query);

}  // namespace backfile
