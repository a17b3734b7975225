#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/error.h"
#include "common/index/xapian_errors.h"

namespace backfile {

/// What of an index a finding is about.
enum class IndexPart : std::uint8_t {
  files,     ///< which files there are
  tables,    ///< Xapian's tables, as Xapian itself checks them
  articles,  ///< what is kept of each article, and what it is found by
  postings,  ///< the lists from words to articles
  columns,   ///< what facets count
  manifest,  ///< what is remembered of the sources
  metadata,  ///< how keys are shown, what is learned, the versions
  sources    ///< the files that the index was made from: not the index itself
};

/// "files", "tables", …, as in the JSON of --check.
std::string_view name_of(IndexPart part);

/// The ways out of what is wrong in an index.
inline constexpr auto make_anew = "build it again with backfile-index --rebuild SOURCE";
inline constexpr auto make_columns_anew = "backfile-index --compact makes them anew";

struct CheckFinding {
  IndexPart part;
  std::string message;
  std::string hint;
};

/// What --check has found.
class Findings {
 public:
  /// `index` is the directory the user knows.
  explicit Findings(std::string index) : index_(std::move(index)) {}

  void add(IndexPart part, std::string message, std::string hint = make_anew);

  /// Does `work`; an exception that it ends with is a finding.
  template <typename Work>
  void attempt(IndexPart part, Work&& work) {
    try {
      guarded(index_, std::forward<Work>(work));
    } catch (const Error& error) {
      add(part, error.what(), error.hint().empty() ? make_anew : error.hint());
    }
  }

  /// Of each part the first few, in the order in which they were found.
  [[nodiscard]] const std::vector<CheckFinding>& listed() const { return listed_; }

  /// All there are of a part.
  [[nodiscard]] std::uint64_t count(IndexPart part) const {
    return counts_[static_cast<std::size_t>(part)];
  }

  /// All there are.
  [[nodiscard]] std::uint64_t count() const;

  /// Whether there is nothing but changes of the sources.
  [[nodiscard]] bool is_sound() const { return count() == count(IndexPart::sources); }

 private:
  static constexpr std::uint64_t most_of_a_part = 20;

  std::string index_;
  std::vector<CheckFinding> listed_;
  std::array<std::uint64_t, static_cast<std::size_t>(IndexPart::sources) + 1> counts_{};
};

}  // namespace backfile
