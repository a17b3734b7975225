#include "searcher/query/near_operands.h"

#include <algorithm>

#include "searcher/query/query_error.h"

namespace backfile {
namespace {

bool is_words(const Node& node) {
  return std::holds_alternative<WordNode>(node.value) ||
         std::holds_alternative<PhraseNode>(node.value);
}

void require_words(const Node& node) {
  if (is_words(node)) return;
  if (std::holds_alternative<FieldNode>(node.value)) {
    fail_query(node.place, "a field cannot stand beside NEAR",
               "write the field once before a bracket: title:(council NEAR/5 reading)");
  }
  fail_query(node.place, "only words, phrases and (… OR …) of these can stand beside NEAR",
             "join the rest with AND, outside a bracket around the words that are near");
}

}  // namespace

void require_near_operands(const std::vector<Node>& operands) {
  for (const Node& operand : operands) {
    const auto* alternatives = std::get_if<OrNode>(&operand.value);
    if (alternatives == nullptr) {
      require_words(operand);
    } else {
      std::for_each(alternatives->operands.begin(), alternatives->operands.end(), require_words);
    }
  }
}

}  // namespace backfile
