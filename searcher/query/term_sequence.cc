#include "searcher/query/term_sequence.h"

#include "searcher/query/near_source.h"

namespace backfile {

Xapian::Query any_of(const TermSlot& slot) {
  return {Xapian::Query::OP_OR, slot.begin(), slot.end()};
}

Xapian::Query side_by_side(const TermSequence& sequence, const WordOrders& orders) {
  if (sequence.size() == 1) return any_of(sequence.front());
  if (orders.form == WordOrderForm::own) return near_each_other({{sequence}}, 0, orders);
  std::vector<Xapian::Query> words;
  for (const TermSlot& slot : sequence) words.push_back(any_of(slot));
  const auto window = static_cast<Xapian::termcount>(words.size());
  return {Xapian::Query::OP_PHRASE, words.begin(), words.end(), window};
}

Xapian::Query any_sequence(const std::vector<TermSequence>& sequences, const WordOrders& orders) {
  if (sequences.size() == 1) return side_by_side(sequences.front(), orders);
  std::vector<Xapian::Query> ways;
  for (const TermSequence& sequence : sequences) ways.push_back(side_by_side(sequence, orders));
  return {Xapian::Query::OP_OR, ways.begin(), ways.end()};
}

}  // namespace backfile
