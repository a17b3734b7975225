#include "searcher/query/vocabulary.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <span>
#include <utility>

#include "common/index/terms.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

/// What a term with this prefix stands for: a word, or a value behind a ':' where it begins with a
/// capital letter (see term_of). "" for terms of a longer prefix.
std::string_view without_prefix(std::string_view term, std::string_view prefix) {
  const auto is_capital = [](std::string_view text) {
    return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  };
  term.remove_prefix(prefix.size());
  if (is_capital(term)) return {};
  const std::string_view value = term.substr(term.starts_with(':') ? 1 : 0);
  return is_capital(value) || value.starts_with(':') ? value : term;
}

/// The most frequent terms that begin with `prefix` + `start` and whose word is wanted.
template <typename IsWanted>
Expansion expand(const Xapian::Database& database, std::string_view prefix, std::string_view start,
                 std::size_t most, IsWanted&& is_wanted) {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const std::string begin = term_of(prefix, start);
  const auto end = database.allterms_end(begin);
  // Terms of longer prefixes, which go on with a capital letter, stand together: half of all.
  const std::string behind_capitals = std::string(prefix) + static_cast<char>('Z' + 1);
  for (auto term = database.allterms_begin(begin); term != end;) {
    const std::string text = *term;
    const std::string_view word = without_prefix(text, prefix);
    if (word.empty() && text < behind_capitals) {
      term.skip_to(behind_capitals);
      continue;
    }
    if (!word.empty() && is_wanted(word)) found.emplace_back(term.get_termfreq(), text);
    ++term;
  }
  Expansion expansion{{}, found.size()};
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  found.resize(std::min(found.size(), most));
  for (auto& [frequency, term] : found) expansion.terms.push_back(std::move(term));
  return expansion;
}

}  // namespace

Expansion expand_pattern(const Xapian::Database& database, std::string_view prefix,
                         std::string_view pattern, std::size_t most) {
  const std::string_view start = pattern.substr(0, pattern.find_first_of("*?"));
  return expand(database, prefix, start, most,
                [&](std::string_view word) { return matches_pattern(word, pattern); });
}

Expansion expand_fuzzy(const Xapian::Database& database, std::string_view prefix,
                       std::string_view form, int edits) {
  std::u32string wanted;
  std::u32string points;
  read_code_points(form, wanted);
  // A code point has at most four bytes.
  const std::size_t longest = (wanted.size() + static_cast<std::size_t>(edits)) * 4;
  return expand(database, prefix, {}, most_fuzzy_terms, [&](std::string_view word) {
    if (word.size() > longest) return false;
    read_code_points(word, points);
    return edit_distance(wanted, points, edits) <= edits;
  });
}

/// Goes back to the last '*' where the rest does not match.
bool matches_pattern(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  std::size_t in_pattern = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_at = 0;
  while (at < text.size()) {
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      star_at = at;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == '?') {
      at += code_point_at(text, at).length;
      ++in_pattern;
    } else if (in_pattern < pattern.size() && pattern[in_pattern] == text[at]) {
      ++at;
      ++in_pattern;
    } else if (star != std::string_view::npos) {
      star_at += code_point_at(text, star_at).length;
      at = star_at;
      in_pattern = star + 1;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

int edit_distance(std::u32string_view a, std::u32string_view b, int most) {
  const auto difference = static_cast<int>(a.size()) - static_cast<int>(b.size());
  if (std::abs(difference) > most) return most + 1;
  std::vector<int> rows(3 * (b.size() + 1));
  std::span<int> row(rows.data(), b.size() + 1);
  std::span<int> last(row.data() + row.size(), row.size());
  std::span<int> before_last(last.data() + row.size(), row.size());
  std::iota(last.begin(), last.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({substitution, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace backfile
