#include "searcher/query/pattern_budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "searcher/query/query_error.h"
#include "searcher/query/vocabulary.h"

namespace backfile {
namespace {

/// Gathers the different patterns of a tree.
class Patterns {
 public:
  void add(const Node& node) {
    place_ = node.place;
    std::visit([&](const auto& value) { add_from(value); }, node.value);
  }

  [[nodiscard]] std::size_t count() const { return texts_.size(); }
  [[nodiscard]] bool are_near() const { return are_near_; }

 private:
  template <typename Leaf>
  void add_from(const Leaf&) {}

  void add_from(const WordNode& word) {
    const bool pattern = word.match == WordMatch::pattern;
    const bool open = pattern && (word.text.starts_with('*') || word.text.starts_with('?'));
    if (open || word.match == WordMatch::fuzzy) add_compared(word.text);
    if (!pattern) return;
    texts_.insert(word.text);
    are_near_ = are_near_ || is_near_;
  }

  void add_compared(const std::string& text) {
    compared_.insert(text);
    if (compared_.size() <= most_compared_words) return;
    fail_query(place_,
               fmt::format("a query may have {} words with ~ behind them or a wildcard in front, "
                           "since each is compared with every word of the index",
                           most_compared_words),
               "search for fewer of them at once");
  }

  void add_from(const PhraseNode& phrase) {
    const bool before = std::exchange(is_near_, true);
    for (const WordNode& word : phrase.words) add_from(word);
    is_near_ = before;
  }

  void add_from(const NearNode& near) {
    const bool before = std::exchange(is_near_, true);
    for (const Node& operand : near.operands) add(operand);
    is_near_ = before;
  }

  void add_from(const AndNode& node) {
    for (const Node& operand : node.operands) add(operand);
  }

  void add_from(const OrNode& node) {
    for (const Node& operand : node.operands) add(operand);
  }

  void add_from(const NotNode& node) { add(*node.operand); }
  void add_from(const FieldNode& node) { add(*node.operand); }

  std::set<std::string> texts_;
  std::set<std::string> compared_;
  Place place_;
  bool is_near_ = false;
  bool are_near_ = false;
};

}  // namespace

std::size_t terms_for_each_pattern(const Node& tree) {
  constexpr std::size_t fewest = 10;
  Patterns patterns;
  patterns.add(tree);
  const std::size_t all = patterns.are_near() ? most_near_terms : most_pattern_terms;
  return std::max(fewest, all / std::max<std::size_t>(patterns.count(), 1));
}

}  // namespace backfile
