#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// Numbers terms in the order in which they come: a hash table over an arena.
class TermNumbers {
 public:
  TermNumbers();

  /// The number of `term`, counted from 0; a new one when it has none yet.
  std::uint32_t number(std::string_view term);

  /// Valid until the next new term.
  [[nodiscard]] std::string_view term(std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return {texts_.data() + entry.begin, entry.length};
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// The numbers of all terms, in byte order of the terms.
  [[nodiscard]] std::vector<std::uint32_t> sorted() const;

  void clear();

 private:
  struct Entry {
    std::uint64_t hash;
    std::uint32_t begin;  ///< of the term in texts_
    std::uint32_t length;
  };

  void grow();

  std::vector<std::uint32_t> slots_;  ///< number of a term counted from 1, or 0
  std::vector<Entry> entries_;
  std::string texts_;
};

}  // namespace backfile
