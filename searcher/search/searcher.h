#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/index_reader.h"
#include "searcher/answer_sink.h"
#include "searcher/request.h"

namespace backfile {

/// Answers a request from one consistent state of the index. Throws Error: bad_query with its place
/// in the query, or what is wrong with the index.
Answer search(IndexReader& index, const Request& request);

/// The same piece by piece; nothing is kept of a hit that has been handed on but eight bytes. When
/// a writer replaces the index meanwhile, the answer goes on from the newest state, with a note: no
/// article comes twice, but the count stays the first state's.
void search(IndexReader& index, const Request& request, AnswerSink& sink);

/// The articles with these ids, bodies included, in this order; what the query of `marked` asks for
/// is marked in title and body. Throws Error (bad_query) for an id that no article has, or the
/// query's.
std::vector<Hit> find_articles(IndexReader& index, const std::vector<std::string>& ids,
                               const Request& marked = {});

}  // namespace backfile
