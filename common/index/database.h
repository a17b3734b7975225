#pragma once

#include <xapian.h>

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/index/columns.h"
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

  /// Table and columns are of this state, or nullptr.
  Database(const Xapian::Database& database, std::shared_ptr<const glass::Table> postings,
           std::shared_ptr<const Columns> columns)
      : Xapian::Database(database), postings_(std::move(postings)), columns_(std::move(columns)) {
    if (!postings_) return;
    const auto known = columns_ ? columns_->lengths() : std::span<const glass::ShortLength>();
    lengths_ = std::make_shared<glass::Lengths>(*postings_, get_lastdocid(), known);
  }

  /// nullptr when there is none; then everything is read through Xapian, with equal results.
  [[nodiscard]] const std::shared_ptr<const glass::Table>& postings() const { return postings_; }

  /// nullptr when there are none; then facets are counted from the values.
  [[nodiscard]] const Columns* columns() const { return columns_.get(); }

  /// In how many documents a term is, and how often in all of them.
  struct Frequency {
    Xapian::doccount documents = 0;
    Xapian::termcount occurrences = 0;
  };

  /// Known from then on: a query asks several times, and each time Xapian looks it up. Throws
  /// Xapian's errors.
  [[nodiscard]] Frequency frequency(const std::string& term) const;

  /// How many words a document has. For an index whose table is here.
  [[nodiscard]] Xapian::termcount length(Xapian::docid document) const {
    return lengths_->of(document);
  }

 private:
  std::shared_ptr<const glass::Table> postings_;
  std::shared_ptr<const Columns> columns_;
  std::shared_ptr<glass::Lengths> lengths_;
  using Frequencies = std::unordered_map<std::string, Frequency>;
  std::shared_ptr<Frequencies> frequencies_ = std::make_shared<Frequencies>();
};

}  // namespace backfile
