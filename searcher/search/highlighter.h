#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyser.h"
#include "searcher/answer.h"
#include "searcher/query/marks.h"
#include "searcher/search/stretch.h"

namespace backfile {

/// A place in a text that a query wants to see.
struct Match {
  TextRange range;         ///< bytes
  std::uint32_t mark = 0;  ///< which of the marks: the number of different ones counts
};

/// Finds in texts what is to be marked, with the analysis that indexed them. Not thread-safe.
class Highlighter {
 public:
  explicit Highlighter(const Marks& marks);

  /// The matches in `text`, in order, apart from each other. `language` decides on stems.
  std::vector<Match> matches(std::string_view text, std::string_view language);

  /// The matches in the first `window` bytes that show all marks and in what follows, until `reach`
  /// bytes behind the first of them; all matches when no such piece is in the text.
  std::vector<Match> first_matches(std::string_view text, std::string_view language,
                                   std::size_t window, std::size_t reach);

  /// All matches as ranges, those that touch or lie inside each other made one.
  std::vector<TextRange> ranges(std::string_view text, std::string_view language);

 private:
  /// The word of a mark: which mark, and which of its words.
  struct Wanted {
    std::uint32_t mark;
    std::uint32_t word;
  };
  using Table = std::unordered_multimap<std::string, Wanted>;

  std::vector<Match> find(std::string_view text, std::string_view language, std::size_t reach);
  [[nodiscard]] bool has_passed(const Token& token, std::size_t reach) const;
  void prepare(std::string_view language);
  void look_up(const Table& table, std::string_view key, const Token& token);
  void advance(const Wanted& wanted, const Token& token);
  [[nodiscard]] bool may_be_wanted(std::string_view form) const;

  const Marks& marks_;
  Analyser analyser_;
  Table forms_;
  Table stems_;                          ///< of the language that is prepared
  std::string language_ = "?";           ///< for which stems_ is
  std::array<bool, 256> first_bytes_{};  ///< of the forms
  bool any_first_byte_ = false;          ///< stems may begin with any

  /// Phrases that have begun: how far, and where.
  struct Begun {
    Wanted next;
    std::uint32_t position;
    std::uint32_t begin;
  };
  std::vector<Begun> begun_;
  std::vector<Match> found_;
  std::optional<Stretch> stretch_;  ///< where it is enough to find one piece with all marks
};

}  // namespace backfile
