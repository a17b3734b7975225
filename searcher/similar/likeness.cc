#include "searcher/similar/likeness.h"

#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/terms.h"
#include "searcher/query/value_query.h"
#include "searcher/query/word_queries.h"
#include "searcher/search/find_article.h"
#include "searcher/similar/distinctive_words.h"

namespace backfile {
namespace {

/// Words of a text that are looked for. More make a search slower, and not better.
constexpr std::size_t most_words = 30;

/// One word in common is chance: an article must share words of both halves.
constexpr std::size_t halves = 2;

/// The texts' language, which nobody told: the one that is filtered by, else that of most articles.
std::string usual_language(const Database& database, const Request& request) {
  if (request.languages.size() == 1) return request.languages.front();
  return WordQueries(database).languages().front().code;
}

std::vector<DistinctiveWord> words_of(const Database& database, const Request& request) {
  DistinctiveWords words;
  for (const std::string& id : request.like) words.add(find_own_text(database, id));
  Article text;
  if (!request.like_texts.empty()) text.language = usual_language(database, request);
  for (const std::string& body : request.like_texts) {
    text.body = body;
    words.add(text);
  }
  return words.best(database, most_words, request.like.size());
}

/// Every other word goes to the other half, so that both have words of every weight.
Xapian::Query any_of_half(const std::vector<DistinctiveWord>& words, std::size_t half) {
  std::vector<Xapian::Query> queries;
  for (std::size_t i = half; i < words.size(); i += halves) {
    queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT,
                         Xapian::Query(stem_term({}, words[i].stem)), words[i].weight);
  }
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

Xapian::Query query_of(const std::vector<DistinctiveWord>& words) {
  const Xapian::Query first = any_of_half(words, 0);
  return words.size() < halves ? first : first & any_of_half(words, 1);
}

}  // namespace

Likeness likeness(const Database& database, const Request& request) {
  const std::vector<DistinctiveWord> words = words_of(database, request);
  if (words.empty()) {
    throw Error(ErrorCode::bad_query, "no article shares a word with what others are to be like",
                "only words tell what is alike, not numbers or the most common words");
  }
  Likeness likeness{query_of(words), {}};
  for (const std::string& id : request.like) {
    likeness.query = Xapian::Query(Xapian::Query::OP_AND_NOT, likeness.query,
                                   value_query(database, field(FieldId::id), id));
  }
  for (const DistinctiveWord& word : words) likeness.marks.push_back({{{{word.form}, true}}});
  return likeness;
}

}  // namespace backfile
