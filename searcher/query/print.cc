#include "searcher/query/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/query/print_value.h"
#include "searcher/query/word_text.h"

namespace backfile {
namespace {

/// How tightly a node binds; what binds less tightly than its place demands needs brackets.
enum class Binding { or_, and_, beside, near, not_, primary };

std::string print_within(const Node& node, Binding place);

std::string join(const std::vector<Node>& operands, std::string_view between, Binding place) {
  std::string text;
  for (const Node& operand : operands) {
    if (!text.empty()) text += between;
    text += print_within(operand, place);
  }
  return text;
}

std::string print_field(FieldId id, std::string_view value) {
  return fmt::format("{}:{}", field(id).name, value);
}

/// topic:a|b, when all operands are values of one field.
std::optional<std::string> print_alternatives(const OrNode& node) {
  std::optional<PrintedValue> all;
  for (const Node& operand : node.operands) {
    const auto value = printed_value(operand);
    if (!value || (all && all->field != value->field)) return std::nullopt;
    if (all) {
      all->text += '|' + value->text;
    } else {
      all = value;
    }
  }
  return all ? std::optional(print_field(all->field, all->text)) : std::nullopt;
}

/// Whether a word comes out of "…"~5 as it went in.
bool can_stand_between_quotes(const Node& node) {
  const auto* word = std::get_if<WordNode>(&node.value);
  if (word == nullptr) return false;
  if (word->match == WordMatch::stem) return true;
  return word->match == WordMatch::pattern && without_question_mark(word->text) == word->text;
}

bool is_near_quotation(const NearNode& node) {
  return std::all_of(node.operands.begin(), node.operands.end(), can_stand_between_quotes);
}

Binding binding(const Node& node) {
  if (const auto* alternatives = std::get_if<OrNode>(&node.value)) {
    return print_alternatives(*alternatives) ? Binding::primary : Binding::or_;
  }
  if (const auto* all = std::get_if<AndNode>(&node.value)) {
    return all->explicit_ ? Binding::and_ : Binding::beside;
  }
  if (const auto* near_node = std::get_if<NearNode>(&node.value)) {
    return is_near_quotation(*near_node) ? Binding::primary : Binding::near;
  }
  return std::holds_alternative<NotNode>(node.value) ? Binding::not_ : Binding::primary;
}

/// The binding next tighter than that of an operator, for its operands.
Binding tighter(Binding than) { return static_cast<Binding>(static_cast<int>(than) + 1); }

std::string print_fuzzy(const WordNode& word) {
  return word.text + '~' + (word.edits == 0 ? "" : std::to_string(word.edits));
}

struct Printer {
  std::string operator()(const AllArticles&) const { return "*"; }

  std::string operator()(const WordNode& word) const {
    if (word.match == WordMatch::fuzzy) return print_fuzzy(word);
    return (word.match == WordMatch::exact ? "=" : "") + word.text;
  }

  std::string operator()(const PhraseNode& phrase) const {
    std::string text;
    for (const WordNode& word : phrase.words) text += (text.empty() ? "" : " ") + word.text;
    return '"' + text + '"';
  }

  std::string operator()(const NearNode& node) const {
    if (is_near_quotation(node)) {
      return fmt::format("\"{}\"~{}", join(node.operands, " ", Binding::primary), node.distance);
    }
    return join(node.operands, fmt::format(" NEAR/{} ", node.distance), tighter(Binding::near));
  }

  std::string operator()(const AndNode& node) const {
    return node.explicit_ ? join(node.operands, " AND ", tighter(Binding::and_))
                          : join(node.operands, " ", tighter(Binding::beside));
  }

  std::string operator()(const OrNode& node) const {
    const auto alternatives = print_alternatives(node);
    return alternatives ? *alternatives : join(node.operands, " OR ", tighter(Binding::or_));
  }

  std::string operator()(const NotNode& node) const {
    // "--word" would be no query.
    const bool twice = std::holds_alternative<NotNode>(node.operand->value);
    return (twice ? "NOT " : "-") + print_within(*node.operand, Binding::not_);
  }

  std::string operator()(const FieldNode& node) const {
    return print_field(node.field, print_within(*node.operand, Binding::primary));
  }

  std::string operator()(const ValueNode& node) const {
    return print_field(node.field, print_value(node));
  }
  std::string operator()(const DateNode& node) const {
    return print_field(FieldId::date, print_value(node));
  }
  std::string operator()(const NumberNode& node) const {
    return print_field(node.field, print_value(node));
  }
};

std::string print_within(const Node& node, Binding place) {
  const std::string text = std::visit(Printer{}, node.value);
  return binding(node) < place ? '(' + text + ')' : text;
}

}  // namespace

std::string print_query(const Node& node) { return print_within(node, Binding::or_); }

}  // namespace backfile
