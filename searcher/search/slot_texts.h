#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "common/index/columns.h"
#include "common/index/database.h"

namespace backfile {

/// A database and what may make counting in it faster.
struct Countable {
  const Database& database;
  const Columns* columns = nullptr;  ///< of this state of it; nullptr: there are none
};

/// The texts that documents have in one slot, as numbers: equal texts have equal numbers, and none
/// is number 0. They come from the column when there is one, else from the slot's value stream.
class SlotTexts {
 public:
  /// `documents` rise.
  SlotTexts(const Countable& countable, const Field& field,
            std::span<const Xapian::docid> documents);

  /// The number of each document's text, in the order of the documents.
  [[nodiscard]] const std::vector<std::uint32_t>& numbers() const { return numbers_; }

  /// How many texts there are at most, the empty one included.
  [[nodiscard]] std::size_t distinct() const {
    return column_ != nullptr ? column_->ends.size() : texts_.size();
  }

  [[nodiscard]] std::string_view text(std::size_t number) const {
    return column_ != nullptr ? column_->text(number) : texts_[number];
  }

 private:
  bool read_column(std::span<const Xapian::docid> documents);
  void read_stream(const Database& database, const Field& field,
                   std::span<const Xapian::docid> documents);

  const FacetColumn* column_ = nullptr;
  std::vector<std::uint32_t> numbers_;
  std::vector<std::string> texts_;  ///< without a column
};

}  // namespace backfile
