#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/query/term_sequence.h"

namespace backfile {

/// One operand of NEAR: any of these sequences.
using NearAlternatives = std::vector<TermSequence>;

/// The articles in which all operands stand near each other, where Xapian's own OP_NEAR does not
/// do: it takes words only, no phrases. Looks at the positions in each article that has all words.
/// Weighs nothing. Works on local databases only.
class NearSource : public Xapian::PostingSource {
 public:
  /// Only articles that match `within` are looked at. `distance` is from the end of one operand to
  /// the begin of the next, in words, added up over all of them for more than two.
  NearSource(std::vector<NearAlternatives> operands, std::size_t distance, Xapian::Query within);

  /// All articles that have the words, near or not.
  [[nodiscard]] Xapian::Query candidates() const;

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return count(); }
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return count(); }

  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  [[nodiscard]] bool at_end() const override { return started_ && at_ == found_.size(); }
  [[nodiscard]] Xapian::docid get_docid() const override { return found_[at_]; }

  [[nodiscard]] NearSource* clone() const override;
  void init(const Xapian::Database& database) override;
  [[nodiscard]] std::string get_description() const override { return "NearSource"; }

 private:
  [[nodiscard]] Xapian::doccount count() const {
    return static_cast<Xapian::doccount>(found_.size());
  }

  std::vector<NearAlternatives> operands_;
  std::size_t distance_;
  Xapian::Query within_;
  std::vector<Xapian::docid> found_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace backfile
