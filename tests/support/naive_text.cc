#include "tests/support/naive_text.h"

#include <algorithm>
#include <vector>

#include "common/text/utf8.h"

namespace backfile {

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    letters += point.value;
    at += point.length;
  }
  return letters;
}

bool naive_match(std::u32string_view text, std::u32string_view pattern) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == U'*') {
    return naive_match(text, pattern.substr(1)) ||
           (!text.empty() && naive_match(text.substr(1), pattern));
  }
  return !text.empty() && (pattern[0] == U'?' || pattern[0] == text[0]) &&
         naive_match(text.substr(1), pattern.substr(1));
}

std::size_t naive_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1,
                              edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

}  // namespace backfile
