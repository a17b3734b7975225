#pragma once

#include <string_view>
#include <vector>

#include "searcher/answer.h"

namespace backfile {

/// A line of a body.
struct Paragraph {
  std::string_view text;
  std::vector<TextRange> matches;  ///< bytes in it
};

/// The lines of a body that are not blank, with the matches that begin in each.
std::vector<Paragraph> paragraphs(std::string_view body, const std::vector<TextRange>& matches);

}  // namespace backfile
