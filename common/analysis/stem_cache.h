#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// Stems that were computed before: an open-addressing hash table from word to stem, at most some
/// 12 MB. Begins anew when it is full, so that it holds the words of the day.
class StemCache {
 public:
  StemCache();

  /// The stem of `word`, valid until the next call of add; nullopt when it is not there.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view word) const;

  /// Keeps `stem` for `word`, which must not be there yet, and returns it, valid until the next
  /// call of add. Words longer than 255 bytes are not kept.
  std::string_view add(std::string_view word, std::string_view stem);

 private:
  /// `record` is the place in texts_, counted from 1; 0 marks a free slot.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t record = 0;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
  [[nodiscard]] std::string_view word_of(std::uint32_t record) const;
  [[nodiscard]] std::string_view stem_of(std::uint32_t record) const;
  void make_room(std::size_t bytes);
  void grow();

  std::vector<Slot> slots_;
  std::string texts_;  ///< records: length of word, length of stem, word, stem
  std::size_t used_ = 0;
};

}  // namespace backfile
