#pragma once

#include <xapian.h>

#include <limits>
#include <memory>
#include <string>

#include "common/index/glass/table.h"

namespace backfile {

/// Tells of documents of rising number whether they have a term.
class TermDocuments {
 public:
  virtual ~TermDocuments() = default;
  TermDocuments() = default;
  TermDocuments(const TermDocuments&) = delete;
  TermDocuments& operator=(const TermDocuments&) = delete;

  /// Throws Xapian's errors, and Error (index_changed, index_damaged).
  bool has(Xapian::docid document) {
    if (next_ < document) next_ = first_from(document);
    return next_ == document;
  }

 protected:
  static constexpr Xapian::docid none = std::numeric_limits<Xapian::docid>::max();

  /// The first document with the term that is not before `document`, which rises; else `none`.
  virtual Xapian::docid first_from(Xapian::docid document) = 0;

 private:
  Xapian::docid next_ = 0;  ///< that has it, of those not before the one that was asked about
};

/// Reads the term's posting list from the table where there is one, else (nullptr) through Xapian.
std::unique_ptr<TermDocuments> term_documents(const Xapian::Database& database,
                                              const std::shared_ptr<const glass::Table>& table,
                                              const std::string& term);

}  // namespace backfile
