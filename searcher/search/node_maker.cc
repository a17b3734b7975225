#include "searcher/search/node_maker.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/index/term_postings.h"
#include "searcher/search/document_source.h"
#include "searcher/search/query_kind.h"
#include "searcher/search/xapian_matches.h"

namespace backfile {
namespace {

using Query = Xapian::Query;
using Queries = std::vector<Query>;

bool is_other(const Query& query) { return kind_of(query) == QueryKind::other; }

/// What adds up to the scores of documents that match, where the query or a part of it is for
/// Xapian: a phrase has the scores of its words.
Queries scored_parts(const Query& query) {
  if (is_other(query)) return parts_of(query);
  if (kind_of(query) != QueryKind::each || !has_other(query)) return {query};
  Queries scored;
  for (const Query& part : parts_of(query)) {
    const Queries own = scored_parts(part);
    scored.insert(scored.end(), own.begin(), own.end());
    if (query.get_type() == Query::OP_FILTER) break;
  }
  return scored;
}

}  // namespace

std::unique_ptr<MatchNode> NodeMaker::make(const Query& query, double factor,
                                           const Candidates& candidates) const {
  switch (kind_of(query)) {
    case QueryKind::term:
      return term(term_of(query), factor);
    case QueryKind::everything:
      return term({}, 0);
    case QueryKind::nothing:
      return std::make_unique<AnyNode>(MatchNodes());
    case QueryKind::each:
      if (has_other(query)) break;
      return each(query, factor);
    case QueryKind::any:
      return std::make_unique<AnyNode>(make_all(parts_of(query), factor, candidates));
    case QueryKind::synonym:
      return synonym(query, factor);
    case QueryKind::but:
      return but(query, factor, candidates);
    case QueryKind::maybe:
      return maybe(query, factor, candidates);
    case QueryKind::scaled:
      return make(query.get_subquery(0), factor == 0 ? 0 : factor * factor_of(query), candidates);
    case QueryKind::other:
      break;
  }
  return by_xapian(query, factor, candidates);
}

MatchNodes NodeMaker::make_all(std::span<const Query> queries, double factor,
                               const Candidates& candidates) const {
  MatchNodes nodes;
  for (const Query& query : queries) nodes.push_back(make(query, factor, candidates));
  return nodes;
}

std::unique_ptr<TermNode> NodeMaker::term(const std::string& term, double factor) const {
  std::optional<TermWeight> weight;
  if (factor != 0) {
    const Database::Frequency all = database_.frequency(term);
    if (all.documents != 0 && all.occurrences != 0) {
      weight.emplace(database_.get_doccount(), all.documents, all.occurrences, factor);
    }
  }
  return std::make_unique<TermNode>(term_postings(database_, database_.postings(), term), weight);
}

std::unique_ptr<MatchNode> NodeMaker::synonym(const Query& query, double factor) const {
  const auto make_terms = [&] {
    std::vector<std::unique_ptr<TermNode>> terms;
    for (const Query& part : parts_of(query)) terms.push_back(term(term_of(part), 0));
    return terms;
  };
  std::optional<TermWeight> weight;
  if (factor != 0) {
    double occurrences = 0;
    for (const Query& part : parts_of(query)) {
      occurrences += static_cast<double>(database_.frequency(term_of(part)).occurrences);
    }
    SynonymNode all(make_terms(), std::nullopt);
    const auto documents = static_cast<double>(count_of(all));
    if (documents != 0 && occurrences != 0) {
      weight.emplace(database_.get_doccount(), documents, occurrences, factor);
    }
  }
  return std::make_unique<SynonymNode>(make_terms(), weight);
}

std::unique_ptr<MatchNode> NodeMaker::each(const Query& query, double factor) const {
  std::vector<std::pair<std::uint64_t, std::unique_ptr<MatchNode>>> nodes;
  bool is_filter = false;
  for (const Query& part : parts_of(query)) {
    nodes.emplace_back(at_most(part), make(part, is_filter ? 0 : factor));
    is_filter = query.get_type() == Query::OP_FILTER;
  }
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  MatchNodes rarest_first;
  for (auto& [bound, node] : nodes) rarest_first.push_back(std::move(node));
  return std::make_unique<EachNode>(std::move(rarest_first));
}

std::unique_ptr<MatchNode> NodeMaker::but(const Query& query, double factor,
                                          const Candidates& candidates) const {
  const Queries parts = parts_of(query);
  const std::span<const Query> others = std::span(parts).subspan(1);
  return std::make_unique<ButNode>(
      make(parts[0], factor, candidates),
      make_all(others, 0, narrowed(candidates, std::span(parts).first(1))));
}

std::unique_ptr<MatchNode> NodeMaker::maybe(const Query& query, double factor,
                                            const Candidates& candidates) const {
  const Queries parts = parts_of(query);
  auto first = make(parts[0], factor, candidates);
  if (factor == 0) return first;
  const std::span<const Query> others = std::span(parts).subspan(1);
  return std::make_unique<MaybeNode>(
      std::move(first), make_all(others, factor, narrowed(candidates, std::span(parts).first(1))));
}

/// For a query that is for Xapian itself, or has such in what must match.
std::unique_ptr<MatchNode> NodeMaker::by_xapian(const Query& query, double factor,
                                                const Candidates& candidates) const {
  Documents documents = matches_among(query, candidates);
  MatchNodes scored;
  if (factor != 0) scored = make_all(scored_parts(query), factor, [&] { return documents; });
  return std::make_unique<MaybeNode>(std::make_unique<ListNode>(std::move(documents)),
                                     std::move(scored));
}

/// What is of terms narrows what is not, and the rarer of that the rest. Several databases in one,
/// and remote ones, know no sources that are asked for some documents: there all is looked for
/// together.
Documents NodeMaker::matches_among(const Query& query, const Candidates& candidates) const {
  if (!database_.postings()) return matches_of_xapian(database_, query);
  Queries plain = is_other(query) ? Queries{query} : parts_of(query);
  Queries others;
  std::copy_if(plain.begin(), plain.end(), std::back_inserter(others), has_other);
  std::erase_if(plain, has_other);
  std::stable_sort(others.begin(), others.end(),
                   [&](const Query& a, const Query& b) { return at_most(a) < at_most(b); });
  std::optional<Documents> documents;
  if (candidates) documents = candidates();
  const Candidates known = [&] { return *documents; };
  const auto narrow = [&](std::span<const Query> queries) {
    documents = matches_of_each(queries, documents ? known : Candidates());
  };
  if (!plain.empty()) narrow(plain);
  for (const Query& other : others) {
    if (documents && documents->empty()) break;
    if (is_other(other)) {
      documents = matches_of_xapian(database_,
                                    documents ? only_these(std::move(*documents), other) : other);
    } else {
      narrow({&other, 1});
    }
  }
  return *documents;
}

/// Those that the required queries leave, but for queries that need Xapian themselves.
NodeMaker::Candidates NodeMaker::narrowed(const Candidates& candidates,
                                          std::span<const Query> required) const {
  Queries plain(required.begin(), required.end());
  std::erase_if(plain, has_other);
  if (plain.empty()) return candidates;
  return [this, &candidates, plain] { return matches_of_each(plain, candidates); };
}

/// Of the candidates, those that match each of some queries, of which there is one at least.
Documents NodeMaker::matches_of_each(std::span<const Query> queries,
                                     const Candidates& candidates) const {
  const Query all(Query::OP_AND, queries.begin(), queries.end());
  MatchNodes nodes;
  if (candidates) nodes.push_back(std::make_unique<ListNode>(candidates()));
  nodes.push_back(make(all, 0, candidates));
  EachNode root(std::move(nodes));
  return documents_of(root, at_most(all));
}

std::uint64_t NodeMaker::at_most(const Query& query) const {
  const Queries parts = parts_of(query);
  switch (kind_of(query)) {
    case QueryKind::term:
      return database_.frequency(term_of(query)).documents;
    case QueryKind::nothing:
      return 0;
    case QueryKind::each: {
      std::uint64_t least = database_.get_doccount();
      for (const Query& part : parts) least = std::min(least, at_most(part));
      return least;
    }
    case QueryKind::any:
    case QueryKind::synonym: {
      std::uint64_t sum = 0;
      for (const Query& part : parts) sum += at_most(part);
      return std::min<std::uint64_t>(sum, database_.get_doccount());
    }
    case QueryKind::but:
    case QueryKind::maybe:
    case QueryKind::scaled:
      return at_most(parts.front());
    case QueryKind::everything:
    case QueryKind::other:
      break;
  }
  return database_.get_doccount();
}

}  // namespace backfile
