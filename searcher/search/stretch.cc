#include "searcher/search/stretch.h"

#include <algorithm>

namespace backfile {
namespace {

/// More marks are hardly ever together in so short a piece, and cost time at each match.
constexpr std::size_t most_marks = 64;

}  // namespace

Stretch::Stretch(const Marks& marks, std::size_t bytes)
    : bytes_(bytes), last_begins_(marks.size(), none) {
  for (const Mark& mark : marks) {
    variants_.push_back(mark.variant);
    if (!mark.variant) ++missing_;
  }
  if (missing_ > most_marks) missing_ = none;
}

void Stretch::add(std::uint32_t mark, std::size_t begin, std::size_t end) {
  if (begin_ != none || variants_[mark]) return;
  if (last_begins_[mark] == none) --missing_;
  last_begins_[mark] = begin;
  if (missing_ > 0) return;
  const std::size_t first = earliest();
  if (end - first <= bytes_) begin_ = first;
}

std::size_t Stretch::earliest() const {
  std::size_t first = none;
  for (std::size_t mark = 0; mark < last_begins_.size(); ++mark) {
    if (!variants_[mark]) first = std::min(first, last_begins_[mark]);
  }
  return first;
}

}  // namespace backfile
