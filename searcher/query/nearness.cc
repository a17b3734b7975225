#include "searcher/query/nearness.h"

#include <algorithm>

#include "common/field.h"

namespace backfile {
namespace {

/// What one span of `spans` is longer than a word, at most.
std::size_t longest(const Spans& spans) {
  std::size_t longest = 0;
  for (const Span& span : spans) longest = std::max<std::size_t>(longest, span.last - span.first);
  return longest;
}

class Nearness {
 public:
  Nearness(const std::vector<Spans>& operands, std::size_t distance)
      : operands_(operands), between_(distance + operands.size() - 2) {
    for (const Spans& spans : operands) longest_phrases_ += longest(spans);
  }

  /// Whether the operands from `next` on can stand beside those that are chosen.
  [[nodiscard]] bool extend(std::size_t next) {
    if (next == operands_.size()) return stretch() <= most(phrases());
    const Spans& spans = operands_[next];
    for (auto span = first_within_reach(spans); span != spans.end(); ++span) {
      if (is_beyond_reach(*span)) return false;
      if (overlaps(*span)) continue;
      chosen_.push_back(*span);
      const bool fits = stretch() <= most(longest_phrases_) && extend(next + 1);
      chosen_.pop_back();
      if (fits) return true;
    }
    return false;
  }

 private:
  /// The longest stretch, which ends with the field.
  [[nodiscard]] std::size_t most(std::size_t in_phrases) const {
    return std::min<std::size_t>(between_ + in_phrases, field_gap);
  }

  [[nodiscard]] Spans::const_iterator first_within_reach(const Spans& spans) const {
    if (chosen_.empty()) return spans.begin();
    const std::size_t reach = most(longest_phrases_);
    return std::partition_point(spans.begin(), spans.end(), [&](const Span& span) {
      return span.first + reach < chosen_.front().last;
    });
  }

  [[nodiscard]] bool is_beyond_reach(const Span& span) const {
    return !chosen_.empty() && span.first > chosen_.front().first + most(longest_phrases_);
  }

  [[nodiscard]] bool overlaps(const Span& span) const {
    return std::any_of(chosen_.begin(), chosen_.end(), [&](const Span& other) {
      return span.first <= other.last && other.first <= span.last;
    });
  }

  /// From the first chosen word to the last.
  [[nodiscard]] std::size_t stretch() const {
    Span all = chosen_.front();
    for (const Span& span : chosen_) {
      all.first = std::min(all.first, span.first);
      all.last = std::max(all.last, span.last);
    }
    return all.last - all.first;
  }

  /// What phrases are longer than words takes nothing from the distance.
  [[nodiscard]] std::size_t phrases() const {
    std::size_t words = 0;
    for (const Span& span : chosen_) words += span.last - span.first;
    return words;
  }

  const std::vector<Spans>& operands_;
  std::size_t between_;
  std::size_t longest_phrases_ = 0;
  std::vector<Span> chosen_;
};

}  // namespace

bool are_near(const std::vector<Spans>& operands, std::size_t distance) {
  const auto is_empty = [](const Spans& spans) { return spans.empty(); };
  if (std::any_of(operands.begin(), operands.end(), is_empty)) return false;
  return operands.size() == 1 || Nearness(operands, distance).extend(0);
}

}  // namespace backfile
