#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace backfile {

/// A line (paragraph) of an article's body.
struct BodyLine {
  std::uint64_t hash = 0;  ///< of its text (xxHash)
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// The lines of a body, in order.
std::vector<BodyLine> body_lines(std::string_view body);

/// How often each line came back in the articles of one outlet, so that those that many articles
/// share are told from the articles' own.
class LineCounts {
 public:
  struct Line {
    std::uint32_t count = 0;  ///< articles that have it
    bool learned = false;     ///< it is boilerplate
    bool kept = false;        ///< articles of an earlier run have it

    /// This run's articles that have it, until it is learned: most lines have one.
    std::optional<std::uint32_t> first_seen_in = {};
    std::vector<std::uint32_t> seen_in = {};
  };

  LineCounts() = default;

  /// Goes on from `packed`. Throws Error (index_damaged).
  explicit LineCounts(std::string_view packed);

  /// Counts the lines of `article`, by its number in this run. Returns those that are boilerplate
  /// from now on.
  std::vector<BodyLine> add(std::span<const BodyLine> lines, std::uint32_t article);

  /// nullptr when it is not known.
  [[nodiscard]] const Line* find(std::uint64_t hash) const;

  /// The numbers of articles that had the line before it was learned; they are forgotten.
  std::vector<std::uint32_t> take_seen_in(std::uint64_t hash);

  /// Forgets the lines that stand in fewer than √(articles / `share`) articles and are not learned;
  /// all that are not learned when `share` is 0.
  void forget_rare(std::uint64_t share);

  [[nodiscard]] std::size_t size() const { return lines_.size(); }

  /// For the index: without the lines that have far to go until they are learned, so that of an
  /// outlet with 64 articles all are kept, of 6,400 those that ten articles have.
  [[nodiscard]] std::string packed() const;

 private:
  /// Bytes of an article's lines.
  struct Shares {
    std::size_t own = 0;     ///< in lines that no article before had
    std::size_t shared = 0;  ///< in others, of those that are sentences and not learned
  };

  [[nodiscard]] Shares shares_of(std::span<const BodyLine> lines) const;
  [[nodiscard]] bool is_enough(std::uint64_t count, std::size_t length) const;

  std::uint64_t articles_ = 0;  ///< that had a line of their own
  std::unordered_map<std::uint64_t, Line> lines_;
};

}  // namespace backfile
