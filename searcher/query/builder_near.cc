// NEAR: the part of QueryBuilder that looks at positions.
#include <algorithm>
#include <utility>

#include "common/field.h"
#include "searcher/query/builder.h"

namespace backfile {
namespace {

bool is_word(const TermSequence& sequence) { return sequence.size() == 1; }

/// Words only: with its own positions, Xapian does it by itself.
Xapian::Query near_words(const std::vector<NearAlternatives>& operands, int distance) {
  std::vector<Xapian::Query> words;
  for (const NearAlternatives& operand : operands)
    words.push_back(any_sequence(operand, {WordOrderForm::xapian, nullptr}));
  // Xapian's window counts the words from the first to the last of them. It ends with the field.
  const auto window =
      static_cast<Xapian::termcount>(distance) + static_cast<Xapian::termcount>(words.size()) - 1;
  return {Xapian::Query::OP_NEAR, words.begin(), words.end(), std::min(window, field_gap + 1)};
}

/// The articles in which the operands are near each other.
Xapian::Query near(std::vector<NearAlternatives> operands, int distance, const WordOrders& orders) {
  const bool words_only =
      std::all_of(operands.begin(), operands.end(), [](const NearAlternatives& operand) {
        return std::all_of(operand.begin(), operand.end(), is_word);
      });
  if (words_only && orders.form == WordOrderForm::xapian) return near_words(operands, distance);
  return near_each_other(std::move(operands), static_cast<std::size_t>(distance), orders);
}

}  // namespace

/// What is a form of a word in one language is another word in the next: articles of each language
/// are asked by themselves.
Xapian::Query QueryBuilder::build(const NearNode& node, const Place&) {
  std::vector<NearOperand> operands(node.operands.size());
  for (std::size_t i = 0; i < operands.size(); ++i) gather(node.operands[i], operands[i]);
  const auto has_stems = [](const NearOperand& operand) { return !operand.stemmed.empty(); };
  const bool alike = std::none_of(operands.begin(), operands.end(), has_stems);
  std::vector<Xapian::Query> ways;
  for (const WordQueries::Language& language : words_.languages()) {
    std::vector<NearAlternatives> all;
    for (const NearOperand& operand : operands) all.push_back(alternatives(operand, language));
    if (alike || words_.languages().size() == 1) {
      return near(std::move(all), node.distance, words_.orders());
    }
    ways.emplace_back(Xapian::Query::OP_FILTER,
                      near(std::move(all), node.distance, words_.orders()),
                      Xapian::Query(language.filter));
  }
  return {Xapian::Query::OP_OR, ways.begin(), ways.end()};
}

void QueryBuilder::gather(const Node& node, NearOperand& operand) {
  if (const auto* either = std::get_if<OrNode>(&node.value)) {
    for (const Node& alternative : either->operands) gather(alternative, operand);
  } else if (const auto* word = std::get_if<WordNode>(&node.value)) {
    gather(*word, node.place, operand);
  } else if (const auto* phrase = std::get_if<PhraseNode>(&node.value)) {
    for (TermSequence& sequence : sequences(*phrase, node.place)) {
      operand.always.push_back(std::move(sequence));
    }
  } else {
    throw Error(ErrorCode::bad_query, "NEAR takes words and phrases",
                "join the rest with AND, outside a bracket around the words that are near",
                node.place);
  }
}

void QueryBuilder::gather(const WordNode& word, const Place& place, NearOperand& operand) {
  if (word.match == WordMatch::pattern || word.match == WordMatch::fuzzy) {
    operand.always.push_back({expanded_terms(word, place)});
    return;
  }
  const QueryWords words = words_of(word, place);
  const bool stem = word.match == WordMatch::stem && scope_.stemmed && words.words.size() == 1 &&
                    words.words.front().stemmed;
  mark(words, stem);
  if (stem) operand.stemmed.push_back(words.words.front().form);
  // As it is, and with the hyphens or spaces that articles write it with.
  for (TermSequence& sequence : words_.sequences(scope_.prefix, words)) {
    operand.always.push_back(std::move(sequence));
  }
}

/// Stems have no positions: a word stands for all its forms here.
NearAlternatives QueryBuilder::alternatives(const NearOperand& operand,
                                            const WordQueries::Language& language) {
  NearAlternatives all = operand.always;
  for (const std::string& word : operand.stemmed) {
    TermSlot forms;
    for (const std::string& form : words_.forms(scope_.prefix, word, language)) {
      forms.push_back(scope_.prefix + form);
    }
    all.push_back({std::move(forms)});
  }
  return all;
}

}  // namespace backfile
