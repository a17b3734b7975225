#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/glass/packing.h"
#include "common/index/glass/table_cursor.h"

namespace backfile::glass {

/// The values of one slot. Throws Error (index_changed), as TableCursor does.
class Values {
 public:
  Values(const Table& table, std::uint32_t slot);

  /// The value of a document, empty when it has none; fastest for documents of rising number. Valid
  /// until the next call, which checks that no writer has taken it meanwhile; so does
  /// check_unchanged, to be called behind the last.
  std::string_view of(std::uint32_t document);
  void check_unchanged() const;

 private:
  void seek(std::uint32_t document);
  std::uint32_t begin_chunk();
  bool go_on(std::uint32_t document);
  bool go_on_in_next(std::uint32_t document);
  [[noreturn]] void damaged() const;

  TableCursor cursor_;
  std::string chunk_key_;  ///< less the chunk's first document
  std::string sought_;
  Unpacker rest_{{}};           ///< of the chunk, behind the value
  std::uint32_t first_ = 0;     ///< document of the chunk
  std::uint32_t document_ = 0;  ///< that has the value; 0: none has been read
  std::string_view value_;
};

}  // namespace backfile::glass
