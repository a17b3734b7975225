#include "searcher/search/searcher.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/error.h"
#include "common/index/boilerplate_ranges.h"
#include "common/index/stored_article.h"
#include "searcher/query/builder.h"
#include "searcher/query/parser.h"
#include "searcher/search/delivery.h"
#include "searcher/search/document_source.h"
#include "searcher/search/facets.h"
#include "searcher/search/filters.h"
#include "searcher/search/find_article.h"
#include "searcher/search/highlighter.h"
#include "searcher/search/matcher.h"
#include "searcher/search/page.h"
#include "searcher/search/snippet.h"
#include "searcher/search/stories.h"
#include "searcher/search/timeline.h"
#include "searcher/similar/likeness.h"
#include "searcher/similar/typical_words.h"
#include "searcher/suggest/advice.h"
#include "searcher/suggest/given_filters.h"

namespace backfile {
namespace {

std::vector<std::string> filters_as_typed(const Request& request) {
  std::vector<std::string> texts;
  for (const GivenFilter& filter : given_filters(request)) texts.push_back(filter.text);
  for (const std::string& id : request.like) texts.push_back("--like " + id);
  return texts;
}

bool counts_values(const Request& request) { return !request.facets.empty() || request.timeline; }

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

  void answer(Delivery& delivery) {
    Answer answer;
    answer.query = request_.query;
    answer.filters = filters_as_typed(request_);
    answer.notes = builder_.notes();
    const std::vector<Ranked> hits = find(answer);
    answer.listed = hits.size();
    if (request_.advice) advise(answer, database_, tree_, request_);
    give_hits(answer, hits, delivery);
  }

 private:
  /// Without words of their own, requests find what is alike; with words, what has these too.
  void add_likeness() {
    Likeness likeness = backfile::likeness(database_, request_);
    query_ = request_.query.empty() ? likeness.query : query_ & likeness.query;
    likeness_marks_ = std::move(likeness.marks);
  }

  /// Fills in all but the hits, and returns where these are.
  std::vector<Ranked> find(Answer& answer) {
    const Xapian::Query filtered = fold(filters_.apply(query_), answer);
    if (request_.words > 0) add_words(answer, filtered);
    if (request_.limit == 0 && request_.after.empty()) {
      count(filtered, answer);
      return {};
    }
    Page page = find_hits(filtered);
    answer.offset = page.offset;
    answer.more = page.more;
    answer.total = page.all.size();
    if (counts_values(request_)) add_counts(answer, page.all);
    return std::move(page.hits);
  }

  /// All that is asked of the answer when no hits are.
  void count(const Xapian::Query& filtered, Answer& answer) const {
    answer.offset = request_.offset;
    if (!counts_values(request_)) {
      answer.total = count_matches(database_, filtered);
      return;
    }
    const Documents matches = all_matches(database_, filtered);
    answer.total = matches.size();
    add_counts(answer, matches);
  }

  [[nodiscard]] Page find_hits(const Xapian::Query& filtered) const {
    const Request& r = request_;
    if (r.after.empty()) return find_page(database_, filtered, r.sort, r.offset, r.limit);
    return find_page_behind(database_, filtered, r.sort, read_cursor(r), r.limit);
  }

  /// What is asked for, or of each story in it the first article.
  Xapian::Query fold(const Xapian::Query& filtered, Answer& answer) {
    if (request_.near_duplicates == NearDuplicates::show) return filtered;
    if (database_.size() != 1) {
      throw Error(ErrorCode::bad_query, "near-duplicates in several databases cannot be folded",
                  "leave out --near-duplicates fold");
    }
    const Documents articles = all_matches(database_, filtered);
    answer.articles = articles.size();
    stories_.emplace(countable_, articles);
    return only_these(stories_->firsts(), filtered);
  }

  /// All that is to be counted of what a query matches.
  [[nodiscard]] Documents countable_matches(const Xapian::Query& filtered) const {
    const Documents articles = all_matches(database_, filtered);
    return stories_ ? Stories(countable_, articles).firsts() : articles;
  }

  void add_words(Answer& answer, const Xapian::Query& filtered) const {
    const Page best = find_page(database_, filtered, Sort::relevance, 0, most_typical_articles);
    std::vector<Xapian::docid> articles;
    for (const Ranked& ranked : best.hits) articles.push_back(ranked.document);
    answer.words = typical_words(database_, articles, request_.words);
    answer.words_from = articles.size();
  }

  /// Some at a time: enough that the usual answer is complete before anything of it is written.
  void give_hits(const Answer& answer, std::span<const Ranked> page, Delivery& delivery) const {
    constexpr std::size_t at_a_time = 500;
    Marks marks = builder_.marks();
    marks.insert(marks.end(), likeness_marks_.begin(), likeness_marks_.end());
    Highlighter highlighter(marks);
    do {
      const std::span<const Ranked> next = page.first(std::min(at_a_time, page.size()));
      page = page.subspan(next.size());
      std::vector<Hit> hits;
      for (const Ranked& ranked : next) add_hit(ranked, highlighter, delivery, hits);
      delivery.give(answer, hits);
    } while (!page.empty());
  }

  void add_counts(Answer& answer, const Documents& matches) const {
    const Documents all = request_.ratio ? countable_matches(Xapian::Query::MatchAll) : Documents();
    const FacetMode mode{request_.interval, request_.facet_order, request_.ratio ? &all : nullptr};
    for (const FacetRequest& facet : request_.facets) {
      answer.facets.push_back(facet_of(facet, mode, matches));
    }
    if (request_.timeline) answer.timeline = timeline(answer, matches, mode.all);
  }

  Timeline timeline(Answer& answer, const Documents& matches, const Documents* all) const {
    std::vector<TimelineQuery> queries{{request_.query, matches}};
    for (const std::string& other : request_.compare) {
      queries.push_back({other, matches_of(other, answer.notes)});
    }
    return count_timeline(countable_, request_, queries, all);
  }

  /// What another query matches, with the same filters.
  Documents matches_of(const std::string& query, std::vector<std::string>& notes) const {
    QueryBuilder builder(database_, request_.match_any ? MatchMode::any : MatchMode::all);
    try {
      const Xapian::Query built = builder.build(read_query(query, request_.literal));
      notes.insert(notes.end(), builder.notes().begin(), builder.notes().end());
      return countable_matches(filters_.apply(built));
    } catch (const Error& error) {
      // Its place would be taken for one in the request's own query.
      if (!error.place()) throw;
      throw Error(error.code(), "--compare " + query + ": " + error.what(), error.hint());
    }
  }

  void add_hit(const Ranked& ranked, Highlighter& highlighter, const Delivery& delivery,
               std::vector<Hit>& hits) const {
    const Xapian::Document document = database_.get_document(ranked.document);
    const std::string data = document.get_data();
    Article article = stored_article(data, request_.bodies ? WithBody::yes : WithBody::no);
    if (!delivery.wants(article.id)) return;
    Hit& hit = hits.emplace_back(
        Hit{std::move(article), ranked.score, {}, {}, {}, copies_of(ranked.document)});
    if (!request_.snippets) return;
    const std::string& language = hit.article.language;
    hit.title_matches = highlighter.ranges(hit.article.title, language);
    hit.snippet = snippet_of(document, data, hit, highlighter);
  }

  /// None when there is only one.
  [[nodiscard]] std::vector<Copy> copies_of(Xapian::docid first) const {
    std::vector<Copy> copies;
    if (!stories_) return copies;
    const Documents story = stories_->copies(first);
    if (story.size() == 1) return copies;
    for (const Xapian::docid number : story) {
      Article article = stored_article(database_.get_document(number).get_data(), WithBody::no);
      copies.push_back({std::move(article.id), std::move(article.outlet), article.published});
    }
    return copies;
  }

  /// Boilerplate is shown only where nothing else matches.
  static Snippet snippet_of(const Xapian::Document& document, std::string_view data, const Hit& hit,
                            Highlighter& highlighter) {
    const std::string& language = hit.article.language;
    const std::string_view body = stored_body(data);
    const std::string ranges = document.get_value(boilerplate_slot);
    if (ranges.empty()) return make_snippet(body, language, highlighter);
    const std::string own = without_ranges(body, boilerplate_ranges(ranges));
    Snippet snippet = make_snippet(own, language, highlighter);
    if (!snippet.matches.empty() || !hit.title_matches.empty()) return snippet;
    Snippet any = make_snippet(body, language, highlighter);
    return any.matches.empty() && !own.empty() ? snippet : any;
  }

  [[nodiscard]] Facet facet_of(const FacetRequest& facet, const FacetMode& mode,
                               const Documents& matches) const {
    if (!filters_.has_alternatives(facet.field)) {
      return count_facet(countable_, facet, mode, matches);
    }
    return count_facet(countable_, facet, mode,
                       countable_matches(filters_.apply(query_, facet.field)));
  }

  const Database& database_;
  const Countable countable_;
  const Request& request_;
  QueryBuilder builder_;
  Filters filters_;
  Node tree_;
  Xapian::Query query_;
  Marks likeness_marks_;
  std::optional<Stories> stories_;  ///< when near-duplicates are folded
};

/// Keeps what it is given.
class Whole : public AnswerSink {
 public:
  void begin(const Answer& answer) override { whole = answer; }
  void hit(const Hit& hit, std::size_t /*rank*/) override { whole.hits.push_back(hit); }
  void end(const Answer& answer) override {
    whole.notes = answer.notes;
    whole.next = answer.next;
  }

  Answer whole;
};

Hit shown_whole(Article article, Highlighter& highlighter) {
  Hit hit;
  hit.title_matches = highlighter.ranges(article.title, article.language);
  hit.body_matches = highlighter.ranges(article.body, article.language);
  hit.article = std::move(article);
  return hit;
}

}  // namespace

void search(IndexReader& index, const Request& request, AnswerSink& sink) {
  Delivery delivery(request, sink);
  index.read([&](const Database& database) {
    delivery.begin_try();
    Search({database, database.columns()}, request).answer(delivery);
    return true;
  });
  delivery.end();
}

Answer search(IndexReader& index, const Request& request) {
  Whole answer;
  search(index, request, answer);
  return std::move(answer.whole);
}

std::vector<Hit> find_articles(IndexReader& index, const std::vector<std::string>& ids,
                               const Request& marked) {
  return index.read([&](const Database& database) {
    QueryBuilder builder(database, marked.match_any ? MatchMode::any : MatchMode::all);
    if (!marked.query.empty()) builder.build(read_query(marked.query, marked.literal));
    const Marks marks = builder.marks();
    Highlighter highlighter(marks);
    std::vector<Hit> articles;
    for (const std::string& id : ids) {
      articles.push_back(shown_whole(find_article(database, id), highlighter));
    }
    return articles;
  });
}

}  // namespace backfile
