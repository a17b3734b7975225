#include "searcher/suggest/no_match.h"

#include <fmt/format.h>

#include <utility>

#include "searcher/output/wording.h"
#include "searcher/query/builder.h"
#include "searcher/query/print.h"
#include "searcher/search/filters.h"
#include "searcher/search/matcher.h"
#include "searcher/suggest/given_filters.h"
#include "searcher/suggest/unknown_values.h"

namespace backfile {
namespace {

/// The words that are missing are named one by one up to here.
constexpr std::size_t most_notes = 10;

class Diagnosis {
 public:
  Diagnosis(Answer& answer, const Database& database, Node& tree, const Request& request)
      : answer_(answer),
        database_(database),
        tree_(tree),
        filters_(database, request),
        given_(given_filters(request)),
        builder_(database, request.match_any ? MatchMode::any : MatchMode::all) {}

  void make() {
    find_missing(tree_);
    for (const GivenFilter& filter : given_) find_missing(filter);
    if (no_match_.missing.empty()) {
      leave_out_words();
      leave_out_filters();
      tell_best();
    }
    try_any();
    answer_.no_match = std::move(no_match_);
  }

 private:
  std::uint64_t count(const Node& node) { return count_matches(database_, builder_.build(node)); }

  std::uint64_t count_filtered(const Node& node) {
    return count_matches(database_, filters_.apply(builder_.build(node)));
  }

  void find_missing(const std::vector<Node>& operands) {
    for (const Node& operand : operands) find_missing(operand);
  }

  /// Only of what matches nothing by itself are the parts looked at, except where all must match.
  void find_missing(const Node& node) {
    if (std::holds_alternative<NotNode>(node.value)) return;
    if (const auto* all = std::get_if<AndNode>(&node.value)) return find_missing(all->operands);
    if (count(node) > 0) return;
    if (const auto* any = std::get_if<OrNode>(&node.value)) return find_missing(any->operands);
    add_missing(print_query(node));
    note_missing(node);
  }

  void find_missing(const GivenFilter& filter) {
    if (count_matches(database_, Filters(database_, filter.alone).apply(Xapian::Query::MatchAll)) >
        0)
      return;
    add_missing(filter.text);
    if (filter.field == FieldId::date) note("no article matches " + filter.text);
  }

  void add_missing(std::string text) { no_match_.missing.push_back(std::move(text)); }

  void note_missing(const Node& node) {
    if (std::holds_alternative<ValueNode>(node.value) || !name_in(node).empty()) return;
    if (no_match_.missing.size() > most_notes) return;
    const bool word = std::holds_alternative<WordNode>(node.value);
    const bool phrase = std::holds_alternative<PhraseNode>(node.value);
    note(fmt::format("no article {} {}",
                     word     ? "has the word"
                     : phrase ? "has the phrase"
                              : "matches",
                     no_match_.missing.back()));
  }

  void leave_out_words() {
    auto* all = std::get_if<AndNode>(&tree_.value);
    if (all == nullptr) return;
    std::vector<Node>& operands = all->operands;
    constexpr std::size_t most_tried = 20;  // each costs a search
    if (operands.size() > most_tried) return;
    for (std::size_t i = 0; i < operands.size() && operands.size() > 1; ++i) {
      const auto at = static_cast<std::ptrdiff_t>(i);
      Node left_out = std::move(operands[i]);
      operands.erase(operands.begin() + at);
      const std::uint64_t rest = count_filtered(tree_);
      operands.insert(operands.begin() + at, std::move(left_out));
      keep_best(print_query(operands[i]), rest);
    }
  }

  void leave_out_filters() {
    if (given_.empty()) return;
    const Xapian::Query query = builder_.build(tree_);
    for (const GivenFilter& filter : given_) {
      keep_best(filter.text, count_matches(database_, filters_.apply(query, filter.field)));
    }
  }

  void keep_best(std::string text, std::uint64_t rest) {
    left_out_ = true;
    if (rest > no_match_.without_total) {
      no_match_.without = std::move(text);
      no_match_.without_total = rest;
    }
  }

  void tell_best() {
    if (!left_out_) return;
    const std::string text =
        "each part of the search matches something, but no article has all of them";
    if (no_match_.without.empty()) return note(text + ", or all but one");
    note(fmt::format("{}; without {} there {} {}", text, no_match_.without,
                     no_match_.without_total == 1 ? "is" : "are",
                     counted(no_match_.without_total, "article")));
  }

  void try_any() {
    QueryBuilder any(database_, MatchMode::any);
    no_match_.any = count_matches(database_, filters_.apply(any.build(tree_)));
    if (no_match_.any == 0) return;
    note("--match any finds " + counted(no_match_.any, "article") + " with some of the words");
  }

  void note(std::string text) { answer_.notes.push_back(std::move(text)); }

  Answer& answer_;
  const Database& database_;
  Node& tree_;
  Filters filters_;
  std::vector<GivenFilter> given_;
  QueryBuilder builder_;
  NoMatch no_match_;
  bool left_out_ = false;  ///< some part was, to see what the others find
};

}  // namespace

void explain_no_match(Answer& answer, const Database& database, Node& tree,
                      const Request& request) {
  Diagnosis(answer, database, tree, request).make();
}

}  // namespace backfile
