#include "searcher/search/searcher.h"

#include "common/index/stored_article.h"
#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/search/facets.h"
#include "searcher/search/filters.h"
#include "searcher/search/find_article.h"
#include "searcher/search/highlighter.h"
#include "searcher/search/matches.h"
#include "searcher/search/snippet.h"
#include "searcher/similar/likeness.h"
#include "searcher/similar/typical_words.h"
#include "searcher/suggest/advice.h"

namespace backfile {
namespace {

/// One request on one state of the index.
class Search {
 public:
  Search(const Countable& countable, const Request& request)
      : database_(countable.database),
        countable_(countable),
        request_(request),
        builder_(database_, request.match_any ? MatchMode::any : MatchMode::all),
        filters_(database_, request),
        tree_(read_query(request.query, request.literal)),
        query_(builder_.build(tree_)) {
    if (asks_likeness(request)) add_likeness();
  }

  Answer answer() {
    Answer answer = found();
    if (request_.advice) advise(answer, database_, tree_, request_);
    return answer;
  }

 private:
  /// Without words of their own, requests find what is alike; with words, what has these too.
  void add_likeness() {
    Likeness likeness = backfile::likeness(database_, request_);
    query_ = request_.query.empty() ? likeness.query : query_ & likeness.query;
    likeness_marks_ = std::move(likeness.marks);
  }

  Answer found() {
    Answer answer;
    answer.query = request_.query;
    answer.offset = request_.offset;
    answer.notes = builder_.notes();
    const Xapian::Query filtered = filters_.apply(query_);
    const Page page =
        find_page(database_, filtered, request_.sort, request_.offset, request_.limit);
    add_hits(answer, page.hits);
    if (request_.facets.empty()) {
      answer.total = page.all ? page.all->size() : count_matches(database_, filtered);
    } else {
      add_facets(answer, page.all ? *page.all : all_matches(database_, filtered));
    }
    if (request_.words > 0) add_words(answer, filtered);
    return answer;
  }

  void add_words(Answer& answer, const Xapian::Query& filtered) const {
    const Page best = find_page(database_, filtered, Sort::relevance, 0, most_typical_articles);
    std::vector<Xapian::docid> articles;
    for (const Ranked& ranked : best.hits) articles.push_back(ranked.document);
    answer.words = typical_words(database_, articles, request_.words);
    answer.words_from = articles.size();
  }

  void add_hits(Answer& answer, const std::vector<Ranked>& page) const {
    Marks marks = builder_.marks();
    marks.insert(marks.end(), likeness_marks_.begin(), likeness_marks_.end());
    Highlighter highlighter(marks);
    for (const Ranked& ranked : page) answer.hits.push_back(hit_of(ranked, highlighter));
  }

  void add_facets(Answer& answer, const std::vector<Xapian::docid>& matches) const {
    answer.total = matches.size();
    for (const FacetRequest& facet : request_.facets) {
      answer.facets.push_back(facet_of(facet, matches));
    }
  }

  Hit hit_of(const Ranked& ranked, Highlighter& highlighter) const {
    const std::string data = database_.get_document(ranked.document).get_data();
    Hit hit;
    hit.article = stored_article(data, WithBody::no);
    hit.score = ranked.score;
    if (!request_.snippets) return hit;
    const std::string& language = hit.article.language;
    const std::string_view body = stored_body(data);
    hit.snippet = make_snippet(body, language, highlighter);
    hit.title_matches = highlighter.ranges(hit.article.title, language);
    return hit;
  }

  [[nodiscard]] Facet facet_of(const FacetRequest& facet,
                               const std::vector<Xapian::docid>& matches) const {
    if (!filters_.has_alternatives(facet.field)) {
      return count_facet(countable_, facet, request_.interval, matches);
    }
    return count_facet(countable_, facet, request_.interval,
                       all_matches(database_, filters_.apply(query_, facet.field)));
  }

  const Xapian::Database& database_;
  const Countable countable_;
  const Request& request_;
  QueryBuilder builder_;
  Filters filters_;
  Node tree_;
  Xapian::Query query_;
  Marks likeness_marks_;
};

}  // namespace

Answer search(IndexReader& index, const Request& request) {
  return index.read([&](const Xapian::Database& database) {
    const Columns* columns = request.facets.empty() ? nullptr : index.columns();
    return Search({database, columns}, request).answer();
  });
}

std::vector<Article> find_articles(IndexReader& index, const std::vector<std::string>& ids) {
  return index.read([&](const Xapian::Database& database) {
    std::vector<Article> articles;
    for (const std::string& id : ids) articles.push_back(find_article(database, id));
    return articles;
  });
}

}  // namespace backfile
