#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <vector>

#include "searcher/query/article_words.h"
#include "searcher/query/nearness.h"
#include "searcher/query/term_sequence.h"
#include "searcher/query/word_orders.h"

namespace backfile {

/// One operand of NEAR: any of these sequences.
using NearAlternatives = std::vector<TermSequence>;

/// Of the articles that have the words, those in which all operands stand near each other; with one
/// operand, those in which it stands. Says so of each article that it is asked for, which it must
/// not be before the rest of the query has been: join it with `candidates` by OP_FILTER. Weighs
/// nothing. Works on local databases only.
class NearSource : public Xapian::PostingSource {
 public:
  /// All words are of one field. `distance` is as in are_near.
  NearSource(std::vector<NearAlternatives> operands, std::size_t distance,
             const WordOrders& orders);

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  /// So that it is asked last.
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return articles_; }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return articles_; }

  void next(double min_weight) override { skip_to(at_ + 1, min_weight); }
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return at_ > last_; }
  [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

  [[nodiscard]] NearSource* clone() const override;
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override;

 private:
  [[nodiscard]] std::vector<AskedSlot> slots() const;
  bool holds(Xapian::docid document);

  std::vector<NearAlternatives> operands_;
  std::size_t distance_;
  WordOrders orders_;
  Xapian::doccount articles_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  std::unique_ptr<ArticleWords> words_;
  std::vector<Spans> spans_;  ///< of the operands
  Positions ends_;
};

/// All articles that have the words of the operands, near or not.
Xapian::Query candidates(const std::vector<NearAlternatives>& operands);

/// The articles in which all operands stand near each other (NearSource), weighed by their words.
Xapian::Query near_each_other(std::vector<NearAlternatives> operands, std::size_t distance,
                              const WordOrders& orders);

}  // namespace backfile
