#pragma once

#include <xapian.h>

#include <map>
#include <vector>

#include "searcher/search/documents.h"
#include "searcher/search/slot_texts.h"

namespace backfile {

/// Articles by the stories that they tell: near-duplicates, as the indexer found them, are one
/// story.
class Stories {
 public:
  /// `articles` rise.
  Stories(const Countable& countable, const Documents& articles);

  /// Of each story the article that came first: the oldest, and of those the one that was indexed
  /// first. The undated come last. Rising.
  [[nodiscard]] const Documents& firsts() const { return firsts_; }

  /// The articles of the story that `first` begins, in this order.
  [[nodiscard]] Documents copies(Xapian::docid first) const;

 private:
  void add(const Xapian::Database& database, Documents story);

  Documents firsts_;
  std::map<Xapian::docid, Documents> copies_;  ///< of stories that have several articles
};

}  // namespace backfile
