#pragma once

#include <string>

#include "searcher/output/output.h"

namespace backfile {

/// The words that set the matches apart, side by side, each with the articles that have it among
/// the matches and in all.
std::string typical_words_text(const Answer& answer, const Style& style);

}  // namespace backfile
