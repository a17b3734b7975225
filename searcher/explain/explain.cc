#include "searcher/explain/explain.h"

#include <algorithm>
#include <iterator>

#include "common/field.h"
#include "common/index/terms.h"
#include "searcher/explain/tree_walk.h"
#include "searcher/query/lexer.h"
#include "searcher/query/parser.h"
#include "searcher/search/filters.h"
#include "searcher/search/matcher.h"
#include "searcher/search/page.h"
#include "searcher/search/searcher.h"

namespace backfile {
namespace {

MatchMode mode_of(const Request& request) {
  return request.match_any ? MatchMode::any : MatchMode::all;
}

/// Without operators, the words are all there is.
std::vector<ExplainedToken> literal_tokens(const Node& tree) {
  const auto token = [](const Node& word) {
    const std::string& text = std::get<WordNode>(word.value).text;
    return ExplainedToken{name_of(QueryTokenKind::word), text, word.place};
  };
  const auto* words = std::get_if<AndNode>(&tree.value);
  if (words == nullptr) return {token(tree)};
  std::vector<ExplainedToken> tokens;
  std::transform(words->operands.begin(), words->operands.end(), std::back_inserter(tokens), token);
  return tokens;
}

std::vector<ExplainedToken> explain_tokens(const Request& request, const Node& tree) {
  if (request.literal && !request.query.empty()) return literal_tokens(tree);
  std::vector<ExplainedToken> tokens;
  for (const QueryToken& token : tokens_of(request.query)) {
    if (token.kind == QueryTokenKind::end) break;
    tokens.push_back({name_of(token.kind), std::string(token.source.text), token.source.place()});
  }
  return tokens;
}

Explanation explain_in(const Database& database, const Request& request) {
  const Node tree = read_query(request.query, request.literal);
  QueryBuilder builder(database, mode_of(request));
  const Xapian::Query query = builder.build(tree);
  const Filters filters(database, request);
  const auto count = [&](const Xapian::Query& part, ExplainedNode& node) {
    node.articles = count_matches(database, part);
  };
  Explanation explanation;
  explanation.query = request.query;
  explanation.tokens = explain_tokens(request, tree);
  explanation.tree = TreeWalk(database, mode_of(request), count).explain(tree);
  explanation.xapian = query.get_description();
  explanation.total = count_matches(database, filters.apply(query));
  explanation.notes = builder.notes();
  return explanation;
}

/// Where the tree around it does not hold, or negates it, a leaf adds nothing.
void settle_scores(ExplainedNode& node, bool counts) {
  const bool adds = counts && node.holds;
  const bool joint = is_joint(node.kind);
  if (joint || !adds) node.score.reset();
  for (ExplainedNode& child : node.children) {
    settle_scores(child, adds && joint && node.kind != NodeKind::not_);
  }
}

/// One article in one state of the index.
class OneArticle {
 public:
  OneArticle(const Database& database, const std::string& id)
      : database_(database), term_(value_term(field(FieldId::id), id)) {}

  /// Its score for the query; nullopt when it does not match.
  [[nodiscard]] std::optional<double> score(const Xapian::Query& query) const {
    const Xapian::Query here(Xapian::Query::OP_FILTER, query, Xapian::Query(term_));
    const Page page = find_page(database_, here, Sort::relevance, 0, 1);
    return page.hits.empty() ? std::nullopt : std::optional(page.hits.front().score);
  }

  void measure(const Xapian::Query& query, ExplainedNode& node) const {
    node.score = score(query);
    node.holds = node.score.has_value();
  }

  /// Its place, from 1, among those that match in this order.
  [[nodiscard]] std::uint64_t rank(const Xapian::Query& query, Sort sort) const {
    const Xapian::docid document = *database_.postlist_begin(term_);
    const auto hits = find_page(database_, query, sort, 0, database_.get_doccount()).hits;
    const auto mine = std::find_if(hits.begin(), hits.end(), [&](const Ranked& ranked) {
      return ranked.document == document;
    });
    return static_cast<std::uint64_t>(mine - hits.begin()) + 1;
  }

 private:
  const Database& database_;
  std::string term_;
};

HitExplanation explain_hit_in(const Database& database, const Request& request,
                              const Article& article) {
  const OneArticle one(database, article.id);
  const Node tree = read_query(request.query, request.literal);
  const Xapian::Query query = QueryBuilder(database, mode_of(request)).build(tree);
  const Filters filters(database, request);
  const Xapian::Query filtered = filters.apply(query);
  const auto measure = [&](const Xapian::Query& part, ExplainedNode& node) {
    one.measure(part, node);
  };
  HitExplanation hit;
  hit.query = request.query;
  hit.id = article.id;
  hit.title = article.title;
  hit.tree = TreeWalk(database, mode_of(request), measure).explain(tree);
  hit.passes_filters = one.score(filters.apply(Xapian::Query::MatchAll)).has_value();
  hit.total = count_matches(database, filtered);
  const std::optional<double> score = one.score(filtered);
  hit.matches = score.has_value();
  settle_scores(hit.tree, hit.matches);
  if (!hit.matches) return hit;
  hit.score = *score;
  hit.rank = one.rank(filtered, request.sort);
  return hit;
}

}  // namespace

Explanation explain(IndexReader& index, const Request& request) {
  return index.read([&](const Database& database) { return explain_in(database, request); });
}

HitExplanation explain_hit(IndexReader& index, const Request& request, const std::string& id) {
  const Article article = find_articles(index, {id}).front().article;
  return index.read(
      [&](const Database& database) { return explain_hit_in(database, request, article); });
}

}  // namespace backfile
