#include "searcher/output/paragraphs.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace backfile {
namespace {

/// `next` is the first match that may lie there.
std::vector<TextRange> matches_between(const std::vector<TextRange>& matches, std::size_t begin,
                                       std::size_t end, std::size_t& next) {
  std::vector<TextRange> inside;
  for (; next < matches.size() && matches[next].begin < end; ++next) {
    if (matches[next].begin < begin) continue;
    inside.push_back({matches[next].begin - begin, matches[next].length});
  }
  return inside;
}

}  // namespace

std::vector<Paragraph> paragraphs(std::string_view body, const std::vector<TextRange>& matches) {
  std::vector<Paragraph> all;
  std::size_t next = 0;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find('\n', begin), body.size());
    const std::string_view text = body.substr(begin, end - begin);
    auto inside = matches_between(matches, begin, end, next);
    if (!trim(text).empty()) all.push_back({text, std::move(inside)});
    begin = end + 1;
  }
  return all;
}

}  // namespace backfile
