#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/query/word_orders.h"

namespace backfile {

/// Any of these terms, at one position.
using TermSlot = std::vector<std::string>;

/// Slots side by side: a phrase, or a single word.
using TermSequence = std::vector<TermSlot>;

/// The articles that have any of the terms.
Xapian::Query any_of(const TermSlot& slot);

/// The articles that have the sequence. An empty slot is found nowhere.
Xapian::Query side_by_side(const TermSequence& sequence, const WordOrders& orders);

/// The articles that have any of the sequences.
Xapian::Query any_sequence(const std::vector<TermSequence>& sequences, const WordOrders& orders);

}  // namespace backfile
