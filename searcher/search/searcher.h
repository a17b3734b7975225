#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/index_reader.h"
#include "searcher/answer.h"
#include "searcher/request.h"

namespace backfile {

/// Answers a request from one consistent state of the index. Throws Error: bad_query with its place
/// in the query, or what is wrong with the index.
Answer search(IndexReader& index, const Request& request);

/// The articles with these ids, bodies included, in this order. Throws Error (bad_query) for an id
/// that no article has.
std::vector<Article> find_articles(IndexReader& index, const std::vector<std::string>& ids);

}  // namespace backfile
