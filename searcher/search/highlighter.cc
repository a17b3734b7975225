#include "searcher/search/highlighter.h"

#include <algorithm>

namespace backfile {
namespace {

/// Matches that are looked for in one text, at most.
constexpr std::size_t most_matches = 5000;

}  // namespace

Highlighter::Highlighter(const Marks& marks) : marks_(marks) {
  for (std::uint32_t mark = 0; mark < marks.size(); ++mark) {
    for (std::uint32_t word = 0; word < marks[mark].words.size(); ++word) {
      for (const std::string& form : marks[mark].words[word].forms) {
        forms_.emplace(form, Wanted{mark, word});
        first_bytes_[static_cast<unsigned char>(form[0])] = true;
      }
    }
  }
}

/// Stems the words of the marks as the article's words are stemmed.
void Highlighter::prepare(std::string_view language) {
  if (language == language_) return;
  language_ = language;
  stems_.clear();
  analyser_.set_language(language);
  any_first_byte_ = language == "ar" || language == "id";  // their stemmers take off prefixes
  for (const auto& [form, wanted] : forms_) {
    if (!marks_[wanted.mark].words[wanted.word].stem) continue;
    stems_.emplace(std::string(analyser_.stem(form)), wanted);
  }
}

/// Looking up and stemming are dear: only what begins as a word of the query is looked at.
bool Highlighter::may_be_wanted(std::string_view form) const {
  return any_first_byte_ || first_bytes_[static_cast<unsigned char>(form[0])];
}

std::vector<Match> Highlighter::matches(std::string_view text, std::string_view language) {
  stretch_.reset();
  return find(text, language, 0);
}

std::vector<Match> Highlighter::first_matches(std::string_view text, std::string_view language,
                                              std::size_t window, std::size_t reach) {
  stretch_.emplace(marks_, window);
  return find(text, language, reach);
}

/// Whether the stretch was found, and `token` stands more than `reach` bytes behind its begin.
bool Highlighter::has_passed(const Token& token, std::size_t reach) const {
  return stretch_ && stretch_->begin() < token.begin && token.begin - stretch_->begin() > reach;
}

std::vector<Match> Highlighter::find(std::string_view text, std::string_view language,
                                     std::size_t reach) {
  prepare(language);
  begun_.clear();
  found_.clear();
  if (forms_.empty()) return {};
  analyser_.read(text);
  Token token;
  while (found_.size() < most_matches && analyser_.next(token)) {
    if (!may_be_wanted(token.form)) continue;
    if (has_passed(token, reach)) break;
    look_up(forms_, token.form, token);
    if (!stems_.empty()) look_up(stems_, analyser_.stem(token.form, token.kind), token);
  }
  std::stable_sort(found_.begin(), found_.end(), [](const Match& a, const Match& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                          : a.range.length > b.range.length;
  });
  return found_;
}

void Highlighter::look_up(const Table& table, std::string_view key, const Token& token) {
  const auto [begin, end] = table.equal_range(std::string(key));
  for (auto entry = begin; entry != end; ++entry) advance(entry->second, token);
}

/// Takes a word of a mark: the first begins it, another goes on where the one before stood.
void Highlighter::advance(const Wanted& wanted, const Token& token) {
  std::uint32_t start = token.begin;
  if (wanted.word > 0) {
    const auto before = std::find_if(begun_.rbegin(), begun_.rend(), [&](const Begun& begun) {
      return begun.next.mark == wanted.mark && begun.next.word == wanted.word &&
             begun.position + 1 == token.position;
    });
    if (before == begun_.rend()) return;
    start = before->begin;
  }
  if (wanted.word + 1 == marks_[wanted.mark].words.size()) {
    found_.push_back({{start, token.end - start}, wanted.mark});
    if (stretch_) stretch_->add(wanted.mark, start, token.end);
  } else {
    std::erase_if(begun_, [&](const Begun& begun) { return begun.position + 1 < token.position; });
    begun_.push_back({{wanted.mark, wanted.word + 1}, token.position, start});
  }
}

std::vector<TextRange> Highlighter::ranges(std::string_view text, std::string_view language) {
  std::vector<TextRange> ranges;
  for (const Match& match : matches(text, language)) {
    if (!ranges.empty() && match.range.begin <= ranges.back().begin + ranges.back().length) {
      const std::size_t end = std::max(ranges.back().begin + ranges.back().length,
                                       match.range.begin + match.range.length);
      ranges.back().length = end - ranges.back().begin;
    } else {
      ranges.push_back(match.range);
    }
  }
  return ranges;
}

}  // namespace backfile
