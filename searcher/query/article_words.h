#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/query/nearness.h"
#include "searcher/query/term_sequence.h"
#include "searcher/query/word_orders.h"

namespace backfile {

/// One place in a sequence, and whether every article that will be read has its term.
struct AskedSlot {
  TermSlot terms;
  bool certain = false;
};

/// Tells where words stand in articles of rising number.
class ArticleWords {
 public:
  virtual ~ArticleWords() = default;
  ArticleWords() = default;
  ArticleWords(const ArticleWords&) = delete;
  ArticleWords& operator=(const ArticleWords&) = delete;

  /// The positions of each slot in `document`, in the order of the slots. Valid until the next
  /// call. Throws Xapian's errors, and Error (index_damaged).
  virtual const std::vector<Positions>& read(Xapian::docid document) = 0;
};

/// For slots of words of one field.
std::unique_ptr<ArticleWords> article_words(const Xapian::Database& database,
                                            std::vector<AskedSlot> slots, const WordOrders& orders);

}  // namespace backfile
