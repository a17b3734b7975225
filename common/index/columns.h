#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/field.h"
#include "common/index/database_state.h"
#include "common/index/glass/lengths.h"
#include "common/mapped_file.h"

namespace backfile {

/// What is counted of the text in a field's slot: of a date the day, without the hour.
std::string_view counted_text(const Field& field, std::string_view text);

/// For each document the number of the text in one slot. Number 0 is the empty text: no value.
struct FacetColumn {
  int slot = no_slot;
  std::span<const std::uint32_t> numbers;  ///< by the document's number
  std::span<const std::uint64_t> ends;     ///< of the texts, in `texts`
  std::string_view texts;

  /// The text of a number below `ends.size()`.
  [[nodiscard]] std::string_view text(std::size_t number) const;
};

/// The slots of a database that facets count, laid out for it, and the lengths of its documents,
/// which every score needs: a file beside the tables, mapped into memory. It holds nothing that the
/// tables do not hold, says which state of the database it was made from, and is not used for any
/// other; a writer makes it anew with every commit.
class Columns {
 public:
  /// The columns of the database in `directory`; nullptr when there are none of this state.
  static std::unique_ptr<const Columns> open(const std::string& directory,
                                             const DatabaseState& state);

  /// nullptr for a field without column.
  [[nodiscard]] const FacetColumn* of(const Field& field) const;

  [[nodiscard]] const std::vector<FacetColumn>& all() const { return columns_; }

  /// By the document's number, up to the last.
  [[nodiscard]] std::span<const glass::ShortLength> lengths() const { return lengths_; }

 private:
  explicit Columns(const std::string& path) : file_(path) {}
  bool read(const DatabaseState& state);

  MappedFile file_;
  std::vector<FacetColumn> columns_;
  std::span<const glass::ShortLength> lengths_;
};

}  // namespace backfile
