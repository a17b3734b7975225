#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writing/glass/table_writer.h"

namespace backfile::glass {

/// Postings and values are kept in chunks that end when they have so many bytes (as Xapian does).
inline constexpr std::size_t chunk_size = 2000;

/// A posting list that is written in chunks: of a term, or of the documents' lengths. Reuse it.
class PostingList {
 public:
  /// Appends postings that begin at document `first` and end at `last`.
  void append(std::uint32_t first, std::uint32_t last, std::string_view bytes);

  /// Writes the list under `key`, its later chunks under `chunk_key` and their first document.
  /// Throws Error (disk_full, unwritable).
  void write(TableWriter& table, std::string_view key, std::string_view chunk_key,
             std::uint32_t documents, std::uint32_t occurrences) const;

  void clear() { chunks_.clear(); }

 private:
  struct Chunk {
    std::uint32_t first;
    std::uint32_t last;
    std::string bytes;
  };

  void append_chunk(std::string& tag, const Chunk& chunk) const;

  std::vector<Chunk> chunks_;
};

}  // namespace backfile::glass
