#include "searcher/search/highlighter.h"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <ostream>
#include <set>

using namespace backfile;

namespace {

struct Kept {
  std::string form;
  std::string stem;
  std::uint32_t position;
  std::size_t begin;
  std::size_t end;
};

std::vector<Kept> tokens_of(const std::string& text) {
  Analyser analyser;
  analyser.set_language("en");
  analyser.read(text);
  std::vector<Kept> tokens;
  Token token;
  while (analyser.next(token)) {
    tokens.push_back({std::string(token.form), std::string(analyser.stem(token.form, token.kind)),
                      token.position, token.begin, token.end});
  }
  return tokens;
}

bool fits(const Kept& token, const MarkWord& word) {
  Analyser analyser;
  analyser.set_language("en");
  return std::any_of(word.forms.begin(), word.forms.end(), [&](const std::string& form) {
    return token.form == form || (word.stem && token.stem == analyser.stem(form));
  });
}

using Ranges = std::set<std::pair<std::size_t, std::size_t>>;

/// Where the words of `mark` from `word` on stand, the first of them at `position`.
Ranges ranges_from(const std::vector<Kept>& tokens, const Mark& mark, std::size_t word,
                   std::uint32_t position) {
  Ranges ranges;
  for (const Kept& token : tokens) {
    if (token.position != position || !fits(token, mark.words[word])) continue;
    if (word + 1 == mark.words.size()) {
      ranges.insert({token.begin, token.end});
      continue;
    }
    for (const auto& [begin, end] : ranges_from(tokens, mark, word + 1, position + 1)) {
      ranges.insert({token.begin, end});
    }
  }
  return ranges;
}

Ranges naive_ranges(const std::string& text, const Marks& marks) {
  const std::vector<Kept> tokens = tokens_of(text);
  Ranges ranges;
  for (const Mark& mark : marks) {
    for (const Kept& token : tokens) ranges.merge(ranges_from(tokens, mark, 0, token.position));
  }
  return ranges;
}

/// Few words, so that they meet: forms of each other, hyphens, signs, and what is no word.
rc::Gen<std::string> texts() {
  const auto word = rc::gen::elementOf(std::vector<std::string>{
      "bell", "bells", "Bell’s", "well", "being", "well-being", "wellbeing", "#bell", "£7.5m",
      "2021", "école", "海辺", "-", "…", "“", "\xFF"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(word),
                      [](const std::vector<std::string>& words) {
                        std::string text;
                        for (const std::string& each : words) text += each + " ";
                        return text;
                      });
}

rc::Gen<Marks> marks() {
  const auto form = rc::gen::elementOf(std::vector<std::string>{
      "bell", "bells", "well", "being", "wellbeing", "#bell", "£7.5m", "ecole", "海辺", "辺"});
  const auto word = rc::gen::map(rc::gen::pair(form, rc::gen::arbitrary<bool>()),
                                 [](const std::pair<std::string, bool>& entry) {
                                   return MarkWord{{entry.first}, entry.second};
                                 });
  const auto mark =
      rc::gen::resize(3, rc::gen::nonEmpty(rc::gen::container<std::vector<MarkWord>>(word)));
  const auto marks = rc::gen::map(mark, [](const std::vector<MarkWord>& words) {
    return Mark{words, false};
  });
  return rc::gen::resize(4, rc::gen::container<Marks>(marks));
}

/// Where the first window that shows all marks begins: the one that is complete before all others.
std::optional<std::size_t> first_window(const std::vector<Match>& matches, std::size_t count,
                                        std::size_t window) {
  std::optional<std::size_t> first;
  std::size_t first_end = 0;
  for (const Match& start : matches) {
    std::map<std::uint32_t, std::size_t> ends;  // of each mark's first match in the window
    for (const Match& match : matches) {
      const std::size_t end = match.range.begin + match.range.length;
      if (match.range.begin < start.range.begin || end > start.range.begin + window) continue;
      const auto [entry, is_new] = ends.emplace(match.mark, end);
      if (!is_new) entry->second = std::min(entry->second, end);
    }
    if (ends.size() < count) continue;
    std::size_t end = 0;
    for (const auto& [mark, mark_end] : ends) end = std::max(end, mark_end);
    if (!first || end < first_end || (end == first_end && start.range.begin > *first)) {
      first = start.range.begin;
      first_end = end;
    }
  }
  return first;
}

}  // namespace

TEST_CASE("what is marked is what matches, from a word's begin to a word's end") {
  CHECK(rc::check([] {
    const std::string text = *texts();
    const Marks wanted = *marks();
    Highlighter highlighter(wanted);
    Ranges found;
    std::size_t before = 0;
    for (const Match& match : highlighter.matches(text, "en")) {
      RC_ASSERT(match.range.begin >= before);
      before = match.range.begin;
      found.insert({match.range.begin, match.range.begin + match.range.length});
    }
    // Of two ways to begin a phrase at one position, the later is taken.
    for (const auto& range : found) RC_ASSERT(naive_ranges(text, wanted).contains(range));
    std::set<std::size_t> ends;
    for (const auto& [begin, end] : found) ends.insert(end);
    for (const auto& [begin, end] : naive_ranges(text, wanted)) RC_ASSERT(ends.contains(end));
  }));
}

TEST_CASE("ranges are apart from each other and cover the matches") {
  CHECK(rc::check([] {
    const std::string text = *texts();
    const Marks wanted = *marks();
    Highlighter highlighter(wanted);
    std::vector<bool> covered(text.size());
    for (const Match& match : highlighter.matches(text, "en")) {
      for (std::size_t i = 0; i < match.range.length; ++i) covered[match.range.begin + i] = true;
    }
    std::size_t before = 0;
    for (const TextRange& range : highlighter.ranges(text, "en")) {
      RC_ASSERT(before == 0 || range.begin > before);
      before = range.begin + range.length;
      for (std::size_t i = range.begin; i < before; ++i) {
        RC_ASSERT(covered[i]);
        covered[i] = false;
      }
    }
    RC_ASSERT(std::none_of(covered.begin(), covered.end(), [](bool rest) { return rest; }));
  }));
}

TEST_CASE("the first matches are those up to the first piece that shows all marks, and behind it") {
  constexpr std::size_t window = 20;
  constexpr std::size_t reach = 30;
  CHECK(rc::check([] {
    const std::string text = *texts();
    const Marks wanted = *marks();
    Highlighter highlighter(wanted);
    const std::vector<Match> all = highlighter.matches(text, "en");
    const std::vector<Match> first = highlighter.first_matches(text, "en", window, reach);
    const std::optional<std::size_t> begin = first_window(all, wanted.size(), window);
    const std::size_t end = begin ? *begin + reach : text.size();
    RC_ASSERT(first.size() <= all.size());
    for (const Match& match : all) {
      if (match.range.begin + match.range.length > end) continue;
      RC_ASSERT(std::any_of(first.begin(), first.end(), [&](const Match& other) {
        return other.range == match.range && other.mark == match.mark;
      }));
    }
    if (begin) RC_ASSERT(first.empty() || first.back().range.begin <= *begin + reach + 20);
  }));
}

TEST_CASE("stems are those of the article's language") {
  const Marks wanted{{{{{"running"}, true}}}};
  Highlighter highlighter(wanted);
  CHECK(highlighter.matches("They run.", "en").size() == 1);
  CHECK(highlighter.matches("Die Run.", "de").empty());
  CHECK(highlighter.matches("They run.", "en").size() == 1);
}
