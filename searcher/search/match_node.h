#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "common/index/term_postings.h"
#include "searcher/search/documents.h"
#include "searcher/search/place_set.h"

namespace backfile {

/// Where the scores of a window's documents add up, by place.
struct ScoredWindow {
  Xapian::docid begin = 0;
  std::array<double, window_size> norms{};  ///< of each document's length; of those that match
  std::array<double, window_size> scores{};
};

/// A part of a query, which is asked about one window after the other: first which documents of it
/// match, then, of those that match the whole query, what it adds to their scores. Windows begin at
/// multiples of their size and rise, with gaps or without. All throw as TermPostings does.
class MatchNode {
 public:
  virtual ~MatchNode() = default;
  MatchNode() = default;
  MatchNode(const MatchNode&) = delete;
  MatchNode& operator=(const MatchNode&) = delete;

  /// No document from `document` on and before this one matches; it may match, or not.
  Xapian::docid first_from(Xapian::docid document) {
    if (next_ < document) next_ = find(document);
    return next_;
  }

  /// Those of `wanted` that match, in the window that begins at the document `begin`.
  const PlaceSet& match(Xapian::docid begin, const PlaceSet& wanted) {
    if (has_found_) found_.clear();
    has_found_ = false;
    if (wanted.empty()) return found_;
    const Xapian::docid first = first_from(begin + wanted.first());
    if (first - begin < window_size) find_in(begin, wanted, found_);
    has_found_ = !found_.empty();
    return found_;
  }

  /// Whether any matched.
  [[nodiscard]] bool has_found() const { return has_found_; }

  /// Adds to the scores of those of `matched` that this part matches as well.
  void add_scores(const PlaceSet& matched, ScoredWindow& window) {
    if (has_found_) score(matched & found_, window);
  }

 protected:
  virtual Xapian::docid find(Xapian::docid document) = 0;

  /// Puts those that match into `found`, which is empty; `wanted` is not.
  virtual void find_in(Xapian::docid begin, const PlaceSet& wanted, PlaceSet& found) = 0;

  /// `own` are those to which this part adds.
  virtual void score(const PlaceSet& own, ScoredWindow& window) = 0;

 private:
  Xapian::docid next_ = 0;
  PlaceSet found_;
  bool has_found_ = false;
};

using MatchNodes = std::vector<std::unique_ptr<MatchNode>>;

/// Calls `visit` with the begin of each window in which `root` matches, and with what it matches
/// there. It must not have been asked before.
template <typename Visit>
void for_each_window(MatchNode& root, Visit&& visit) {
  const PlaceSet all = PlaceSet::all();
  for (Xapian::docid from = 1;;) {
    const Xapian::docid first = root.first_from(from);
    if (first == no_document) return;
    const Xapian::docid begin = first - first % window_size;
    const PlaceSet& found = root.match(begin, all);
    if (root.has_found()) visit(begin, found);
    if (begin > no_document - window_size) return;
    from = begin + window_size;
  }
}

/// All that `root` matches, at most so many, and how many that are. It must not have been asked
/// before.
Documents documents_of(MatchNode& root, std::size_t at_most);
std::uint64_t count_of(MatchNode& root);

}  // namespace backfile
