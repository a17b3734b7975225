#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Hands out a long input of many records part by part, so that a reader of its format need not
/// have all of it in memory.
class RecordParts {
 public:
  /// Bytes of a part, unless one record takes more.
  static constexpr std::size_t usual = 16UL << 20;

  /// `format` has `whole_records`. The first part begins at `at`, where a record does. Of a record
  /// of more than `longest` bytes, which its reader refuses, the rest of the line may be left out.
  RecordParts(const Format& format, std::string_view bytes, std::uint64_t at,
              std::size_t longest = longest_record);

  /// Moves to the next part; false when there is none.
  bool next();

  /// Whole records, behind the head that they need. Valid until the next call of `next`.
  [[nodiscard]] std::string_view part() const { return part_; }

  /// What is to be added to a position in the part.
  [[nodiscard]] std::uint64_t position() const { return at_ - before_part_; }

  /// Whether the part is the only one.
  [[nodiscard]] bool is_all() const { return at_ == 0 && end() == bytes_.size(); }

  /// Whether the last part ended with a whole record.
  [[nodiscard]] bool ends_with_record() const { return ends_with_record_; }

 private:
  void take(std::size_t size);

  [[nodiscard]] bool is_too_long() const;
  void pass_over_line();

  /// Of the part, in the input.
  [[nodiscard]] std::uint64_t end() const {
    return at_ + part_.size() - before_part_ + passed_over_;
  }

  const Format& format_;
  std::string_view bytes_;
  std::string_view head_;
  std::uint64_t at_;
  std::size_t longest_;
  std::size_t passed_over_ = 0;  ///< bytes behind the part
  std::size_t before_part_ = 0;  ///< bytes of the head that stand before what follows `at_`
  std::string_view part_;
  std::string joined_;  ///< the head and the part, where the head must be before it
  bool ends_with_record_ = false;
};

}  // namespace backfile
