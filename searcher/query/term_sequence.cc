#include "searcher/query/term_sequence.h"

namespace backfile {

Xapian::Query any_of(const TermSlot& slot) {
  return {Xapian::Query::OP_OR, slot.begin(), slot.end()};
}

Xapian::Query side_by_side(const TermSequence& sequence) {
  std::vector<Xapian::Query> words;
  for (const TermSlot& slot : sequence) words.push_back(any_of(slot));
  if (words.size() == 1) return words.front();
  const auto window = static_cast<Xapian::termcount>(words.size());
  return {Xapian::Query::OP_PHRASE, words.begin(), words.end(), window};
}

Xapian::Query any_sequence(const std::vector<TermSequence>& sequences) {
  if (sequences.size() == 1) return side_by_side(sequences.front());
  std::vector<Xapian::Query> ways;
  for (const TermSequence& sequence : sequences) ways.push_back(side_by_side(sequence));
  return {Xapian::Query::OP_OR, ways.begin(), ways.end()};
}

}  // namespace backfile
