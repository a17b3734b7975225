#pragma once

#include <xapian.h>

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "common/index/glass/table.h"

namespace backfile {

/// That a document has a term, and how often.
struct Posting {
  Xapian::docid document = 0;
  Xapian::termcount frequency = 0;
};

/// Behind all documents.
inline constexpr Xapian::docid no_document = std::numeric_limits<Xapian::docid>::max();

/// Reads the posting list of a term from front to back. What is asked for must rise from call to
/// call. Throws Xapian's errors, and Error (index_changed, index_damaged).
class TermPostings {
 public:
  virtual ~TermPostings() = default;
  TermPostings() = default;
  TermPostings(const TermPostings&) = delete;
  TermPostings& operator=(const TermPostings&) = delete;

  /// The first document with the term that is not before `document`; else `no_document`.
  Xapian::docid first_from(Xapian::docid document) {
    if (next_ < document) next_ = find(document);
    return next_;
  }

  bool has(Xapian::docid document) { return first_from(document) == document; }

  /// Appends the postings of documents from `first` to `last`.
  void take(Xapian::docid first, Xapian::docid last, std::vector<Posting>& postings) {
    if (first_from(first) <= last) take_to(last, postings);
  }

 protected:
  /// Goes to the first document with the term that is not before `document`.
  virtual Xapian::docid find(Xapian::docid document) = 0;

  /// Appends those from the one that was found up to `last`, and goes behind them.
  virtual void take_to(Xapian::docid last, std::vector<Posting>& postings) = 0;

 private:
  Xapian::docid next_ = 0;  ///< that has it, of those not before the one that was asked about
};

/// Of the empty term, all documents. They are read from the table where there is one, else
/// (nullptr) through Xapian.
std::unique_ptr<TermPostings> term_postings(const Xapian::Database& database,
                                            const std::shared_ptr<const glass::Table>& table,
                                            const std::string& term);

}  // namespace backfile
