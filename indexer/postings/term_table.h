#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// One term of an article.
struct TermEntry {
  std::string_view term;
  std::uint32_t weight = 0;  ///< within-document frequency
};

/// Gathers the words of one article, so that each term reaches the index once and in order: a hash
/// table over an arena, much cheaper than Xapian's tree of terms. Reuse it.
class TermTable {
 public:
  TermTable();

  void clear();

  /// A term while it is in the table.
  struct Known {
    std::uint32_t number;  ///< in order of first coming, from 0
    std::uint64_t hash;    ///< word_group::hash_of
  };

  /// Counts the term once more, by `weight`.
  Known add(std::string_view term, std::uint32_t weight);

  /// All terms in byte order, valid until the next call of clear or add.
  const std::vector<TermEntry>& sorted();

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t begin;  ///< of the term in texts_
    std::uint32_t length;
    std::uint32_t weight;
  };

  Entry& entry(std::string_view term);
  [[nodiscard]] std::string_view text(const Entry& entry) const;
  void grow();

  std::vector<std::uint32_t> slots_;  ///< number of an entry counted from 1, or 0
  std::vector<Entry> entries_;
  std::string texts_;
  std::vector<TermEntry> sorted_;
};

}  // namespace backfile
