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
  std::uint32_t weight = 0;                  ///< within-document frequency
  const std::uint32_t* positions = nullptr;  ///< rising
  std::uint32_t position_count = 0;
};

/// Gathers the words of one article, so that each term reaches the index once and in order: a hash
/// table over an arena, much cheaper than Xapian's tree of terms. Reuse it.
class TermTable {
 public:
  TermTable();

  void clear();

  /// Counts the term once more, by `weight`.
  void add(std::string_view term, std::uint32_t weight);

  /// The same, at `position`; positions of one term rise, and one that was there just before is
  /// not noted twice.
  void add(std::string_view term, std::uint32_t weight, std::uint32_t position);

  /// All terms in byte order, valid until the next call of clear or add.
  const std::vector<TermEntry>& sorted();

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  struct Entry {
    std::uint64_t hash;
    std::uint32_t begin;  ///< of the term in texts_
    std::uint32_t length;
    std::uint32_t weight;
    std::uint32_t first = none;  ///< of its places in places_
    std::uint32_t last = none;
    std::uint32_t count = 0;
  };
  struct Occurrence {
    std::uint32_t position;
    std::uint32_t next;
  };

  Entry& entry(std::string_view term);
  [[nodiscard]] std::string_view text(const Entry& entry) const;
  void grow();

  std::vector<std::uint32_t> slots_;  ///< number of an entry counted from 1, or 0
  std::vector<Entry> entries_;
  std::string texts_;
  std::vector<Occurrence> occurrences_;
  std::vector<TermEntry> sorted_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace backfile
