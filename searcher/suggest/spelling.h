#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/index/database.h"
#include "searcher/answer.h"
#include "searcher/query/tree.h"
#include "searcher/suggest/near_words.h"

namespace backfile {

/// How the query of a request is tried out in other words.
struct QueryTrial {
  std::function<std::uint64_t(const Node&)> count;  ///< articles found, filters included
  std::function<std::string(const Node&)> print;    ///< as the user would type it
};

/// A word counts as rare when at most this many of all articles have it; a word that is not there
/// at all is always rare.
constexpr std::uint64_t rare_articles(std::uint64_t articles) { return articles / 1000; }

/// "Did you mean": queries with other words of the index in place of those that at most `rare`
/// articles have, where a near word is at least twenty times more frequent. The best comes first:
/// what needs few edits and finds much as a whole, so that words which belong together, as in a
/// phrase, are chosen together. Only queries that find something. `tree` is as before in the end.
std::vector<Suggestion> other_spellings(const Database& database, Node& tree,
                                        const QueryTrial& trial, std::uint64_t rare, Reach reach);

}  // namespace backfile
