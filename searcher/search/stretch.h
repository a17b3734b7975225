#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "searcher/query/marks.h"

namespace backfile {

/// Watches the matches of a text go by, for the first stretch that shows all marks: what comes
/// behind it need not be looked at for a snippet.
class Stretch {
 public:
  /// A stretch has at most `bytes` bytes.
  Stretch(const Marks& marks, std::size_t bytes);

  /// Takes the match of `mark` from `begin` to `end`; the ends come in rising order.
  void add(std::uint32_t mark, std::size_t begin, std::size_t end);

  /// Where the stretch begins; past all texts as long as there is none.
  [[nodiscard]] std::size_t begin() const { return begin_; }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] std::size_t earliest() const;

  std::size_t bytes_;
  std::vector<std::size_t> last_begins_;  ///< of each mark; `none` before its first match
  std::size_t missing_ = 0;               ///< marks, variants aside, without a match so far
  std::vector<bool> variants_;
  std::size_t begin_ = none;
};

}  // namespace backfile
