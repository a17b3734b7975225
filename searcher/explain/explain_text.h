#pragma once

#include <ostream>

#include "searcher/explain/explanation.h"
#include "searcher/output/output.h"

namespace backfile {

/// For people: the total, the tokens, the tree with the articles that each node finds and what its
/// words stand for, Xapian's query, the notes.
void write_text(const Explanation& explanation, const Style& style, std::ostream& out);

/// For people: whether the article matches, its score and rank, and the tree with what holds for
/// it (✓) or does not (✗) and what each leaf adds to the score.
void write_text(const HitExplanation& explanation, const Style& style, std::ostream& out);

}  // namespace backfile
