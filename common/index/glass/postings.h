#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/glass/packing.h"
#include "common/index/glass/table_cursor.h"

namespace backfile::glass {

/// The posting list of a term, or the list of all documents with their lengths in place of
/// frequencies, chunk by chunk. Throws Error (index_changed), as TableCursor does.
class PostingChunks {
 public:
  static PostingChunks of_term(const Table& table, std::string_view term);
  static PostingChunks of_lengths(const Table& table);

  /// Goes to the first chunk, or the next one; false behind the last, and when there are no
  /// postings.
  bool next();

  /// Goes to the chunk that has `document`, if any has.
  bool seek(std::uint32_t document);

  /// How many documents have the term, once the first chunk was read; of lengths, nobody knows.
  [[nodiscard]] std::uint32_t total() const { return total_; }

  /// Of the chunk: documents, rising, and of each how often it has the term.
  [[nodiscard]] std::span<const std::uint32_t> documents() const {
    return {documents_.data(), count_};
  }
  [[nodiscard]] std::span<const std::uint32_t> frequencies() const {
    return {frequencies_.data(), count_};
  }

 private:
  PostingChunks(const Table& table, std::string first_key, std::string chunk_key);
  bool read();
  void decode(std::uint32_t document, Unpacker from);

  TableCursor cursor_;
  std::string first_key_;
  std::string chunk_key_;  ///< less the chunk's first document
  std::string sought_;
  bool begun_ = false;
  bool is_last_ = false;
  std::uint32_t total_ = 0;
  std::size_t count_ = 0;  ///< of postings in the chunk
  std::vector<std::uint32_t> documents_;
  std::vector<std::uint32_t> frequencies_;
};

}  // namespace backfile::glass
