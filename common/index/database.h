#pragma once

#include <xapian.h>

#include <memory>
#include <utility>

#include "common/index/glass/lengths.h"
#include "common/index/glass/table.h"

namespace backfile {

/// One state of an index, open for reading: what Xapian shows of it, and its table of postings and
/// values, which can be read several times faster by itself.
class Database : public Xapian::Database {
 public:
  Database() = default;

  /// Without the table: of several databases in one, of one that is remote or in memory.
  explicit Database(const Xapian::Database& database) : Xapian::Database(database) {}

  /// `postings` is of this state, or nullptr.
  Database(const Xapian::Database& database, std::shared_ptr<const glass::Table> postings)
      : Xapian::Database(database), postings_(std::move(postings)) {
    if (postings_) lengths_ = std::make_shared<glass::Lengths>(*postings_, get_lastdocid());
  }

  /// nullptr when there is none; then everything is read through Xapian, with equal results.
  [[nodiscard]] const std::shared_ptr<const glass::Table>& postings() const { return postings_; }

  /// How many words a document has. For an index whose table is here.
  [[nodiscard]] Xapian::termcount length(Xapian::docid document) const {
    return lengths_->of(document);
  }

 private:
  std::shared_ptr<const glass::Table> postings_;
  std::shared_ptr<glass::Lengths> lengths_;
};

}  // namespace backfile
