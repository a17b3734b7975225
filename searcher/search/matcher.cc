#include "searcher/search/matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/search/document_source.h"

namespace backfile {
namespace {

using Query = Xapian::Query;

Documents either(const Documents& a, const Documents& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  Documents all(a.size() + b.size());
  all.erase(std::set_union(a.begin(), a.end(), b.begin(), b.end(), all.begin()), all.end());
  return all;
}

/// Those that any of the lists has.
Documents in_any(std::vector<Documents> lists) {
  // Neighbours first, so that a long list is not gone over for each short one.
  for (std::size_t step = 1; step < lists.size(); step *= 2) {
    for (std::size_t i = 0; i + step < lists.size(); i += 2 * step) {
      lists[i] = either(lists[i], lists[i + step]);
    }
  }
  return lists.empty() ? Documents() : std::move(lists.front());
}

Documents difference(const Documents& a, const Documents& b) {
  Documents rest;
  rest.reserve(a.size());
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

/// Those that are in both, of which the first has fewer.
Documents both(const Documents& few, const Documents& many) {
  constexpr std::size_t much_rarer = 8;
  Documents found;
  if (few.size() > many.size() / much_rarer) {
    found.reserve(few.size());
    std::set_intersection(few.begin(), few.end(), many.begin(), many.end(),
                          std::back_inserter(found));
    return found;
  }
  auto place = many.begin();
  for (const Xapian::docid document : few) {
    place = std::lower_bound(place, many.end(), document);
    if (place == many.end()) break;
    if (*place == document) found.push_back(document);
  }
  return found;
}

/// Keeps the number of each document that matches.
class MatchCollector : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*score*/) override {
    documents_.push_back(document.get_docid());
  }

  /// Rising: of several databases in one, each reports by itself.
  Documents sorted() {
    std::sort(documents_.begin(), documents_.end());
    return std::move(documents_);
  }

 private:
  Documents documents_;
};

bool is_other(const Query& query) { return kind_of(query) == QueryKind::other; }

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
    case Query::OP_SYNONYM:
      return QueryKind::any;
    case Query::OP_AND_NOT:
      return QueryKind::but;
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE:
      return QueryKind::first;
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

Matcher::Matcher(const Database& database)
    : database_(database), postings_(postings_of(database)) {}

Documents Matcher::all(const Query& query) const {
  switch (kind_of(query)) {
    case QueryKind::term:
      return postings_->all(term_of(query));
    case QueryKind::everything:
      return postings_->all({});
    case QueryKind::nothing:
      return {};
    case QueryKind::each:
      return in_each(query);
    case QueryKind::any: {
      std::vector<Documents> lists;
      for (const Query& part : parts_of(query)) lists.push_back(all(part));
      return in_any(std::move(lists));
    }
    case QueryKind::but:
      return minus(all(query.get_subquery(0)), query);
    case QueryKind::first:
      return all(query.get_subquery(0));
    case QueryKind::other:
      break;
  }
  return by_xapian(query);
}

Documents Matcher::among(const Documents& documents, const Query& query) const {
  if (documents.empty()) return {};
  switch (kind_of(query)) {
    case QueryKind::term:
      return look_up(documents, term_of(query));
    case QueryKind::everything:
      return documents;
    case QueryKind::nothing:
      return {};
    case QueryKind::each:
      if (is_for_xapian(query)) break;
      return in_each_among(documents, parts_of(query));
    case QueryKind::any: {
      if (at_most(query) < documents.size()) return both(all(query), documents);
      std::vector<Documents> lists;
      for (const Query& part : parts_of(query)) lists.push_back(among(documents, part));
      return in_any(std::move(lists));
    }
    case QueryKind::but:
      return minus(among(documents, query.get_subquery(0)), query);
    case QueryKind::first:
      return among(documents, query.get_subquery(0));
    case QueryKind::other:
      if (database_.postings()) return by_xapian(only_these(documents, query));
      break;
  }
  return both(documents, by_xapian(query));
}

Documents Matcher::by_xapian(const Query& query) const {
  MatchCollector collector;
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 0, database_.get_doccount());
  return collector.sorted();
}

Documents Matcher::look_up(const Documents& documents, const std::string& term) const {
  constexpr std::size_t much_rarer = 8;
  if (database_.frequency(term).documents < documents.size() / much_rarer) {
    return both(postings_->all(term), documents);
  }
  std::vector<Posting> found;
  Documents all;
  all.reserve(documents.size());
  for_each_slice(documents, [&](std::size_t, std::span<const Xapian::docid> slice) {
    postings_->look_up(term, slice, found);
    for (const Posting& posting : found) all.push_back(slice[posting.place]);
  });
  return all;
}

/// Several databases in one, and remote ones, know no sources that are asked for some documents:
/// what is not of terms must then be looked for together with what narrows it.
bool Matcher::is_for_xapian(const Query& query) const {
  if (database_.postings()) return false;
  const std::vector<Query> parts = parts_of(query);
  return std::any_of(parts.begin(), parts.end(), is_other);
}

/// The rarest is read, the others are looked at where it has documents; what is not of terms is the
/// last.
Documents Matcher::in_each(const Query& query) const {
  if (is_for_xapian(query)) return by_xapian(query);
  std::vector<Query> parts = parts_of(query);
  std::stable_sort(parts.begin(), parts.end(), [&](const Query& a, const Query& b) {
    return std::pair(is_other(a), at_most(a)) < std::pair(is_other(b), at_most(b));
  });
  const Documents rarest = all(parts.front());
  parts.erase(parts.begin());
  return in_each_among(rarest, parts);
}

Documents Matcher::in_each_among(Documents documents, const std::vector<Query>& parts) const {
  for (const Query& part : parts) {
    if (!is_other(part)) documents = among(documents, part);
  }
  for (const Query& part : parts) {
    if (is_other(part)) documents = among(documents, part);
  }
  return documents;
}

Documents Matcher::minus(Documents documents, const Query& query) const {
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    documents = without(documents, query.get_subquery(i));
  }
  return documents;
}

Documents Matcher::without(const Documents& documents, const Query& query) const {
  return difference(documents, among(documents, query));
}

/// A bound of how many match.
std::uint64_t Matcher::at_most(const Query& query) const {
  switch (kind_of(query)) {
    case QueryKind::term:
      return database_.frequency(term_of(query)).documents;
    case QueryKind::nothing:
      return 0;
    case QueryKind::each: {
      std::uint64_t least = database_.get_doccount();
      for (const Query& part : parts_of(query)) least = std::min(least, at_most(part));
      return least;
    }
    case QueryKind::any: {
      std::uint64_t sum = 0;
      for (const Query& part : parts_of(query)) sum += at_most(part);
      return sum;
    }
    case QueryKind::but:
    case QueryKind::first:
      return at_most(query.get_subquery(0));
    case QueryKind::everything:
    case QueryKind::other:
      break;
  }
  return database_.get_doccount();
}

/// Of a single term the database knows.
std::uint64_t Matcher::count(const Query& query) const {
  switch (kind_of(query)) {
    case QueryKind::term:
      return database_.frequency(term_of(query)).documents;
    case QueryKind::everything:
      return database_.get_doccount();
    case QueryKind::first:
      return count(query.get_subquery(0));
    default:
      return all(query).size();
  }
}

Documents all_matches(const Database& database, const Query& query) {
  return Matcher(database).all(query);
}

std::uint64_t count_matches(const Database& database, const Query& query) {
  return Matcher(database).count(query);
}

}  // namespace backfile
