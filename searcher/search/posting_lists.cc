#include "searcher/search/posting_lists.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace backfile {
namespace {

using Query = Xapian::Query;

std::vector<Query> parts_of(const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    parts.push_back(query.get_subquery(i));
  }
  return parts;
}

std::string term_of_leaf(const Query& leaf) { return *leaf.get_terms_begin(); }

Documents either(const Documents& a, const Documents& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Documents all;
  all.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

Documents without(const Documents& a, const Documents& b) {
  Documents rest;
  rest.reserve(a.size());
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

/// Those of the few that are among the many.
Documents both(const Documents& few, const Documents& many) {
  Documents found;
  auto place = many.begin();
  for (const Xapian::docid document : few) {
    place = std::lower_bound(place, many.end(), document);
    if (place == many.end()) break;
    if (*place == document) found.push_back(document);
  }
  return found;
}

/// What a query is as a set of documents.
enum class Kind { term, everything, nothing, each, any, but, first, other };

Kind kind_of(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return Kind::term;
    case Query::LEAF_MATCH_ALL:
      return Kind::everything;
    case Query::LEAF_MATCH_NOTHING:
      return Kind::nothing;
    case Query::OP_AND:
    case Query::OP_FILTER:
      return Kind::each;
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      return Kind::any;
    case Query::OP_AND_NOT:
      return Kind::but;
    case Query::OP_SCALE_WEIGHT:
      return Kind::first;
    default:
      return Kind::other;
  }
}

class PostingLists {
 public:
  explicit PostingLists(const Xapian::Database& database) : database_(database) {}

  /// All documents that match.
  [[nodiscard]] Documents all(const Query& query) const {
    switch (kind_of(query)) {
      case Kind::term:
        return read(term_of_leaf(query));
      case Kind::everything:
        return read({});
      case Kind::each:
        return in_each(parts_of(query));
      case Kind::any:
        return in_any(parts_of(query), [&](const Query& part) { return all(part); });
      case Kind::but:
        return minus(all(query.get_subquery(0)), query);
      case Kind::first:
        return all(query.get_subquery(0));
      default:
        return {};
    }
  }

 private:
  /// Those of `documents` that match.
  [[nodiscard]] Documents among(const Documents& documents, const Query& query) const {
    switch (kind_of(query)) {
      case Kind::term:
        return look_up(documents, term_of_leaf(query));
      case Kind::everything:
        return documents;
      case Kind::each:
        return in_each_among(documents, parts_of(query));
      case Kind::any:
        return in_any(parts_of(query), [&](const Query& part) { return among(documents, part); });
      case Kind::but:
        return minus(among(documents, query.get_subquery(0)), query);
      case Kind::first:
        return among(documents, query.get_subquery(0));
      default:
        return {};
    }
  }

  [[nodiscard]] Documents read(const std::string& term) const {
    Documents documents;
    documents.reserve(term.empty() ? database_.get_doccount() : database_.get_termfreq(term));
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (auto post = database_.postlist_begin(term); post != end; ++post) {
      documents.push_back(*post);
    }
    return documents;
  }

  [[nodiscard]] Documents look_up(const Documents& documents, const std::string& term) const {
    constexpr std::size_t much_rarer = 8;
    if (database_.get_termfreq(term) < documents.size() / much_rarer) {
      return both(read(term), documents);
    }
    Documents found;
    auto post = database_.postlist_begin(term);
    const Xapian::PostingIterator end = database_.postlist_end(term);
    for (const Xapian::docid document : documents) {
      if (post == end) break;
      post.skip_to(document);
      if (post != end && *post == document) found.push_back(document);
    }
    return found;
  }

  /// The rarest is read, the others are looked at where it has documents.
  [[nodiscard]] Documents in_each(std::vector<Query> parts) const {
    std::sort(parts.begin(), parts.end(),
              [&](const Query& a, const Query& b) { return at_most(a) < at_most(b); });
    const Documents rarest = all(parts.front());
    parts.erase(parts.begin());
    return in_each_among(rarest, parts);
  }

  [[nodiscard]] Documents in_each_among(Documents documents,
                                        const std::vector<Query>& parts) const {
    for (const Query& part : parts) documents = among(documents, part);
    return documents;
  }

  template <typename Match>
  [[nodiscard]] Documents in_any(const std::vector<Query>& parts, Match match) const {
    std::vector<Documents> found;
    for (const Query& part : parts) found.push_back(match(part));
    // Neighbours first, so that a long list of few documents is not gone over for each.
    for (std::size_t step = 1; step < found.size(); step *= 2) {
      for (std::size_t i = 0; i + step < found.size(); i += 2 * step) {
        found[i] = either(found[i], found[i + step]);
      }
    }
    return found.empty() ? Documents() : std::move(found.front());
  }

  [[nodiscard]] Documents minus(Documents documents, const Query& query) const {
    for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
      documents = without(documents, among(documents, query.get_subquery(i)));
    }
    return documents;
  }

  /// A bound of how many match.
  [[nodiscard]] std::uint64_t at_most(const Query& query) const {
    switch (kind_of(query)) {
      case Kind::term:
        return database_.get_termfreq(term_of_leaf(query));
      case Kind::everything:
        return database_.get_doccount();
      case Kind::each: {
        std::uint64_t least = database_.get_doccount();
        for (const Query& part : parts_of(query)) least = std::min(least, at_most(part));
        return least;
      }
      case Kind::any: {
        std::uint64_t sum = 0;
        for (const Query& part : parts_of(query)) sum += at_most(part);
        return sum;
      }
      case Kind::but:
      case Kind::first:
        return at_most(query.get_subquery(0));
      default:
        return 0;
    }
  }

  const Xapian::Database& database_;
};

}  // namespace

bool is_of_terms(const Query& query) {
  const std::vector<Query> parts = parts_of(query);
  return kind_of(query) != Kind::other && std::all_of(parts.begin(), parts.end(), is_of_terms);
}

std::optional<Documents> match_terms(const Xapian::Database& database, const Query& query) {
  if (!is_of_terms(query)) return std::nullopt;
  return PostingLists(database).all(query);
}

std::optional<std::uint64_t> count_terms(const Xapian::Database& database, const Query& query) {
  switch (kind_of(query)) {
    case Kind::other:
      return std::nullopt;
    case Kind::first:
      return is_of_terms(query) ? count_terms(database, query.get_subquery(0)) : std::nullopt;
    case Kind::term:
      return database.get_termfreq(term_of_leaf(query));
    default:
      const auto found = match_terms(database, query);
      return found ? std::optional(found->size()) : std::nullopt;
  }
}

}  // namespace backfile
