#include "common/index/slot_values.h"

#include <string>
#include <utility>

#include "common/index/glass/values.h"

namespace backfile {
namespace {

class ValuesOfXapian : public SlotValues {
 public:
  ValuesOfXapian(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  std::string_view of(Xapian::docid document) override {
    if (at_ != end_) at_.skip_to(document);
    if (at_ == end_ || at_.get_docid() != document) return {};
    return value_ = *at_;
  }

  void check_unchanged() const override {}  // what was given is a copy

 private:
  Xapian::ValueIterator at_;
  const Xapian::ValueIterator end_;
  std::string value_;
};

class ValuesOfTable : public SlotValues {
 public:
  ValuesOfTable(std::shared_ptr<const glass::Table> table, Xapian::valueno slot)
      : table_(std::move(table)), values_(*table_, slot) {}

  std::string_view of(Xapian::docid document) override { return values_.of(document); }
  void check_unchanged() const override { values_.check_unchanged(); }

 private:
  const std::shared_ptr<const glass::Table> table_;
  glass::Values values_;
};

}  // namespace

std::unique_ptr<SlotValues> slot_values(const Xapian::Database& database,
                                        const std::shared_ptr<const glass::Table>& table,
                                        int slot) {
  const auto number = static_cast<Xapian::valueno>(slot);
  if (table) return std::make_unique<ValuesOfTable>(table, number);
  return std::make_unique<ValuesOfXapian>(database, number);
}

}  // namespace backfile
