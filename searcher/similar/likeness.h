#pragma once

#include <xapian.h>

#include "common/index/database.h"
#include "searcher/query/marks.h"
#include "searcher/request.h"

namespace backfile {

/// What finds the articles that are like others, and what shows it in them.
struct Likeness {
  Xapian::Query query;
  Marks marks;
};

/// Whether a request asks for articles like others.
inline bool asks_likeness(const Request& request) {
  return !request.like.empty() || !request.like_texts.empty();
}

/// The articles that share distinctive words with those that the request names, all of them taken
/// together, without these themselves. The more words they share, and the more distinctive ones,
/// the better they are. Throws Error (bad_query) for an id that no article has, and for texts that
/// have no word in common with the archive.
Likeness likeness(const Database& database, const Request& request);

}  // namespace backfile
