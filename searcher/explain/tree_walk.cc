#include "searcher/explain/tree_walk.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/index/terms.h"
#include "searcher/explain/word_facts.h"
#include "searcher/query/print.h"

namespace backfile {
namespace {

bool has_lines_below(const Node& node) {
  return !std::holds_alternative<AllArticles>(node.value) &&
         !std::holds_alternative<WordNode>(node.value) &&
         !std::holds_alternative<ValueNode>(node.value) &&
         !std::holds_alternative<DateNode>(node.value) &&
         !std::holds_alternative<NumberNode>(node.value);
}

/// The node's own line in the drawing of the tree. (A value may have line ends in it.)
std::string label_of(const Node& node) {
  std::string drawing = draw_tree(node);
  drawing.resize(has_lines_below(node) ? drawing.find('\n') : drawing.size() - 1);
  return drawing;
}

bool is_expanded(const Node& node) {
  if (const auto* value = std::get_if<ValueNode>(&node.value)) return value->pattern;
  const auto* word = std::get_if<WordNode>(&node.value);
  return word != nullptr && (word->match == WordMatch::pattern || word->match == WordMatch::fuzzy);
}

/// The word or value of a term (term_of).
std::string text_of(std::string_view term, std::string_view prefix) {
  const bool own_id = !term.starts_with(prefix);
  term.remove_prefix(own_id ? own_id_prefix.size() : prefix.size());
  if (term.starts_with(':')) term.remove_prefix(1);
  return std::string(term);
}

NodeKind kind_of(const WordNode& word) {
  switch (word.match) {
    case WordMatch::stem:
      return NodeKind::word;
    case WordMatch::exact:
      return NodeKind::exact;
    case WordMatch::pattern:
      return NodeKind::pattern;
    case WordMatch::fuzzy:
      return NodeKind::fuzzy;
  }
  return NodeKind::word;
}

}  // namespace

TreeWalk::TreeWalk(const Database& database, MatchMode match, Measure measure)
    : database_(database), measure_(std::move(measure)), builder_(database, match) {}

ExplainedNode TreeWalk::explain(const Node& tree) {
  builder_.build_parts_of(tree);
  return walk(tree);
}

ExplainedNode TreeWalk::walk(const Node& node) {
  ExplainedNode into;
  into.label = label_of(node);
  into.place = node.place;
  measure_(builder_.build(node), into);
  const std::vector<Expansion> expansions = builder_.take_expansions();
  if (is_expanded(node) && !expansions.empty()) {
    into.expansion = counted(expansions, prefix_of(node));
  }
  std::visit([&](const auto& value) { describe(value, into); }, node.value);
  return into;
}

/// The word, or one of those that it is part of.
ExplainedNode TreeWalk::explain_either(const Node& word, const std::vector<Spelling>& joined) {
  ExplainedNode either;
  either.kind = NodeKind::or_;
  either.label = "or";
  either.place = word.place;
  either.children.push_back(walk(word));
  Xapian::Query query = builder_.build(word);
  for (const Spelling& parts : joined) {
    either.children.push_back(explain_joined(parts, word.place));
    query |= builder_.build_joined(parts);
  }
  measure_(query, either);
  return either;
}

ExplainedNode TreeWalk::explain_joined(const Spelling& parts, const Place& place) {
  const WordNode word{parts[0] + parts[1]};
  ExplainedNode into;
  into.label = label_of({word, place});
  into.place = place;
  measure_(builder_.build_joined(parts), into);
  describe(word, into);
  return into;
}

std::string_view TreeWalk::prefix_of(const Node& node) const {
  if (const auto* value = std::get_if<ValueNode>(&node.value)) {
    return value_prefix(field(value->field));
  }
  return field_ == nullptr ? std::string_view() : field_->prefix;
}

ExplainedExpansion TreeWalk::counted(const std::vector<Expansion>& expansions,
                                     std::string_view prefix) const {
  ExplainedExpansion all;
  for (const Expansion& expansion : expansions) {
    all.found += expansion.found;
    for (const std::string& term : expansion.terms) {
      all.words.push_back({text_of(term, prefix), database_.get_termfreq(term)});
    }
  }
  std::stable_sort(
      all.words.begin(), all.words.end(),
      [](const ExpandedWord& a, const ExpandedWord& b) { return a.articles > b.articles; });
  return all;
}

void TreeWalk::describe(const AllArticles&, ExplainedNode& into) { into.kind = NodeKind::all; }

void TreeWalk::describe(const WordNode& word, ExplainedNode& into) {
  into.kind = kind_of(word);
  if (into.expansion) return;
  WordQueries& queries = builder_.words();
  const QueryWords words = analyse_query(queries.analyser(), word.text);
  const bool stemmed =
      word.match == WordMatch::stem && (field_ == nullptr || field_->kind == FieldKind::text);
  into.words = explain_words(queries, words, stemmed);
  into.spellings = one_word_spellings(words);
  into.stop_word =
      stemmed && into.words.size() == 1 && queries.is_stop_word(into.words.front().form);
}

void TreeWalk::describe(const PhraseNode& phrase, ExplainedNode& into) {
  into.kind = NodeKind::phrase;
  std::string text;
  bool has_patterns = false;
  for (const WordNode& word : phrase.words) {
    into.children.push_back(walk({word, into.place}));
    text += word.text + ' ';
    has_patterns = has_patterns || word.match == WordMatch::pattern;
  }
  if (has_patterns) return;  // whose other words are found as they are only
  WordQueries& queries = builder_.words();
  into.spellings = joined_spellings(queries, analyse_query(queries.analyser(), text));
}

void TreeWalk::describe(const NearNode& near, ExplainedNode& into) {
  into.kind = NodeKind::near_;
  add(near.operands, into);
}

void TreeWalk::describe(const AndNode& node, ExplainedNode& into) {
  into.kind = node.explicit_ ? NodeKind::and_ : NodeKind::beside;
  const std::vector<std::vector<Spelling>> joined = joined_parts(node);
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    const Node& operand = node.operands[i];
    into.children.push_back(joined[i].empty() ? walk(operand) : explain_either(operand, joined[i]));
  }
}

/// Of each operand, the parts of the one words that it is with the word before it and the word
/// behind it, as the builder finds them.
std::vector<std::vector<TreeWalk::Spelling>> TreeWalk::joined_parts(const AndNode& node) {
  std::vector<std::vector<Spelling>> joined(node.operands.size());
  if (node.explicit_) return joined;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < node.operands.size(); ++i) {
    if (std::holds_alternative<NotNode>(node.operands[i].value)) continue;
    Spelling parts;
    if (before) parts = builder_.joined_parts(node.operands[*before], node.operands[i]);
    if (!parts.empty()) {
      joined[*before].push_back(parts);
      joined[i].push_back(parts);
    }
    before = i;
  }
  return joined;
}

void TreeWalk::describe(const OrNode& node, ExplainedNode& into) {
  into.kind = NodeKind::or_;
  add(node.operands, into);
}

void TreeWalk::describe(const NotNode& node, ExplainedNode& into) {
  into.kind = NodeKind::not_;
  into.children.push_back(walk(*node.operand));
}

void TreeWalk::describe(const FieldNode& node, ExplainedNode& into) {
  into.kind = NodeKind::field;
  const Field* before = std::exchange(field_, &field(node.field));
  builder_.look_in(field_);
  into.children.push_back(walk(*node.operand));
  field_ = before;
  builder_.look_in(field_);
}

void TreeWalk::describe(const ValueNode&, ExplainedNode& into) { into.kind = NodeKind::value; }

void TreeWalk::describe(const DateNode&, ExplainedNode& into) { into.kind = NodeKind::date; }

void TreeWalk::describe(const NumberNode&, ExplainedNode& into) { into.kind = NodeKind::number; }

void TreeWalk::add(const std::vector<Node>& nodes, ExplainedNode& into) {
  for (const Node& node : nodes) into.children.push_back(walk(node));
}

}  // namespace backfile
