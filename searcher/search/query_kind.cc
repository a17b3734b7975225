#include "searcher/search/query_kind.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "common/error.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

bool are_terms(const Query& query) {
  const std::vector<Query> parts = parts_of(query);
  return std::all_of(parts.begin(), parts.end(),
                     [](const Query& part) { return part.get_type() == Query::LEAF_TERM; });
}

}  // namespace

QueryKind kind_of(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return QueryKind::term;
    case Query::LEAF_MATCH_ALL:
      return QueryKind::everything;
    case Query::LEAF_MATCH_NOTHING:
      return QueryKind::nothing;
    case Query::OP_AND:
    case Query::OP_FILTER:
      return QueryKind::each;
    case Query::OP_OR:
      return QueryKind::any;
    case Query::OP_SYNONYM:
      return are_terms(query) ? QueryKind::synonym : QueryKind::any;
    case Query::OP_AND_NOT:
      return QueryKind::but;
    case Query::OP_AND_MAYBE:
      return QueryKind::maybe;
    case Query::OP_SCALE_WEIGHT:
      return QueryKind::scaled;
    default:
      return QueryKind::other;
  }
}

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

/// Xapian 1.4 tells it in the description only, in 20 digits: "Query(0.25 * …".
double factor_of(const Query& query) {
  constexpr std::string_view begin = "Query(";
  const std::string description = query.get_description();
  const char* end = description.data() + description.size();
  double factor = 0;
  const auto read = std::from_chars(description.data() + begin.size(), end, factor);
  if (read.ec != std::errc() || !std::string_view(read.ptr, end).starts_with(" * ")) {
    throw Error(ErrorCode::internal, "no factor in " + description);
  }
  return factor;
}

bool has_other(const Query& query) {
  if (kind_of(query) == QueryKind::other) return true;
  const std::vector<Query> parts = parts_of(query);
  return std::any_of(parts.begin(), parts.end(), has_other);
}

}  // namespace backfile
