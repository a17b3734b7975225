#include "searcher/search/snippet.h"

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr std::size_t lead_in = snippet_bytes * 2 / 5;
constexpr std::size_t window_bytes = snippet_bytes - lead_in;

/// How many different marks are shown by the window that begins with the first of `matches`.
std::size_t different_marks(std::span<const Match> matches) {
  std::set<std::uint32_t> marks;
  const std::size_t end = matches.front().range.begin + window_bytes;
  for (const Match& match : matches) {
    if (match.range.begin + match.range.length > end) break;
    marks.insert(match.mark);
  }
  return marks.size();
}

/// Where the best window begins. Those after the first hundred matches are not looked at.
std::size_t best_window(std::span<const Match> matches) {
  constexpr std::size_t most = 100;
  std::size_t best = 0;
  std::size_t best_count = 0;
  for (std::size_t first = 0; first < std::min(matches.size(), most); ++first) {
    const std::size_t count = different_marks(matches.subspan(first));
    if (count > best_count) best = first;
    best_count = std::max(count, best_count);
  }
  return matches[best].range.begin;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool ends_sentence(std::string_view text, std::size_t space) {
  if (text[space] == '\n') return true;
  const std::size_t last = text.find_last_not_of("\"')”’»", space - 1);
  return space > 0 && last != std::string_view::npos &&
         (text[last] == '.' || text[last] == '!' || text[last] == '?');
}

/// Where to begin so that `match` is shown with what leads to it: behind a sentence's end if one is
/// within reach, else behind a space.
std::size_t begin_before(std::string_view text, std::size_t match, std::size_t reach) {
  if (match <= reach) return 0;
  const std::size_t earliest = match - reach;
  std::size_t word = match;
  for (std::size_t at = match; at-- > earliest;) {
    if (!is_space(text[at])) continue;
    if (ends_sentence(text, at)) return at + 1;
    if (match - at <= reach / 2 || word == match) word = at + 1;
  }
  if (word == match) word = match - utf8_prefix(text.substr(earliest, reach), reach).size();
  while (word < match && (static_cast<unsigned char>(text[word]) & 0xC0U) == 0x80U) ++word;
  return word;
}

/// Where to end: before the last space that fits, or at the text's end.
std::size_t end_within(std::string_view text, std::size_t begin, std::size_t bytes) {
  if (text.size() - begin <= bytes) return text.size();
  const std::string_view piece = utf8_prefix(text.substr(begin), bytes);
  const std::size_t space = piece.find_last_of(" \n\t");
  // Scripts without spaces are cut between characters.
  constexpr std::size_t shortest_share = 2;
  const bool usable = space != std::string_view::npos && space > piece.size() / shortest_share;
  return begin + (usable ? space : piece.size());
}

void set_matches(Snippet& snippet, std::span<const Match> matches, std::size_t begin,
                 std::size_t end) {
  for (const Match& match : matches) {
    const std::size_t match_end = match.range.begin + match.range.length;
    if (match.range.begin < begin || match_end > end) continue;
    const std::size_t start = match.range.begin - begin;
    std::vector<TextRange>& ranges = snippet.matches;
    const bool joins = !ranges.empty() && start < ranges.back().begin + ranges.back().length;
    if (!joins) ranges.push_back({start, match.range.length});
  }
}

}  // namespace

Snippet make_snippet(std::string_view body, std::string_view language, Highlighter& highlighter) {
  const std::vector<Match> matches =
      highlighter.first_matches(body, language, window_bytes, snippet_bytes);
  const std::size_t begin = matches.empty() ? 0 : begin_before(body, best_window(matches), lead_in);
  const std::size_t end = end_within(body, begin, snippet_bytes);
  Snippet snippet{std::string(body.substr(begin, end - begin)), {}};
  std::replace_if(snippet.text.begin(), snippet.text.end(), is_space, ' ');
  set_matches(snippet, matches, begin, end);
  return snippet;
}

}  // namespace backfile
