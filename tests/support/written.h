#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "searcher/output/output.h"

namespace backfile {

/// What is written of an answer that is there as a whole.
inline std::string written(const Answer& answer, const Layout& layout = {}) {
  std::ostringstream out;
  hand_on(answer, *answer_writer(layout, out));
  return out.str();
}

inline std::string written(const Answer& answer, OutputFormat format) {
  Layout layout;
  layout.format = format;
  return written(answer, layout);
}

/// The same of articles that are shown whole.
inline std::string shown(const std::vector<Hit>& articles, const Layout& layout = {}) {
  Answer answer;
  answer.hits = articles;
  answer.total = articles.size();
  std::ostringstream out;
  hand_on(answer, *article_writer(layout, out));
  return out.str();
}

}  // namespace backfile
