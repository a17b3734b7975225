#include "indexer/readers/json_split.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

/// Whether the quotation mark at `at` is escaped, in a string that began at `start`.
bool is_escaped(std::string_view text, std::size_t start, std::size_t at) {
  std::size_t backslashes = 0;
  while (at - backslashes - 1 > start && text[at - backslashes - 1] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// Behind the closing quotation mark of the string that begins at `start`; npos when none does.
std::size_t end_of_string(std::string_view text, std::size_t start) {
  for (std::size_t quote = text.find('"', start + 1); quote != std::string_view::npos;
       quote = text.find('"', quote + 1)) {
    if (!is_escaped(text, start, quote)) return quote + 1;
  }
  return std::string_view::npos;
}

/// Behind the bracket that closes the one at `start`; npos when none does.
std::size_t end_of_nested(std::string_view text, std::size_t start) {
  std::size_t depth = 0;
  std::size_t at = start;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      continue;
    }
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) {
      return (c == '}') == (text[start] == '{') ? at + 1 : std::string_view::npos;
    }
    ++at;
  }
  return std::string_view::npos;
}

/// What is no object and no list holds no article; all of it up to the next of them is one piece.
std::size_t end_of_junk(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("{[", at), text.size());
}

std::size_t end_of_element(std::string_view text, std::size_t at) {
  const bool nested = text[at] == '{' || text[at] == '[';
  return nested ? end_of_nested(text, at) : end_of_junk(text, at);
}

/// The spaces before `at` on its line; npos when something else stands there.
std::size_t indentation(std::string_view text, std::size_t at) {
  std::size_t spaces = 0;
  while (at > spaces && (text[at - spaces - 1] == ' ' || text[at - spaces - 1] == '\t')) ++spaces;
  const bool at_line_start = at == spaces || text[at - spaces - 1] == '\n';
  return at_line_start ? spaces : std::string_view::npos;
}

std::size_t next_on_own_line(std::string_view text, std::size_t from, std::size_t spaces) {
  for (std::size_t line = text.find('\n', from); line != std::string_view::npos;
       line = text.find('\n', line + 1)) {
    const std::size_t start = text.find_first_not_of(" \t", line + 1);
    if (start == line + 1 + spaces && start < text.size() && text[start] == '{') return start;
  }
  return text.size();
}

std::size_t next_behind_comma(std::string_view text, std::size_t from) {
  for (std::size_t brace = text.find("},", from); brace != std::string_view::npos;
       brace = text.find("},", brace + 1)) {
    const std::size_t start = skip_spaces(text, brace + 2);
    if (start < text.size() && text[start] == '{') return start;
  }
  return text.size();
}

}  // namespace

JsonSplitter::JsonSplitter(std::string_view text) : text_(text) {
  position_ = skip_spaces(text_, 0);
  is_array_ = position_ < text_.size() && text_[position_] == '[';
  if (is_array_) ++position_;
}

void JsonSplitter::skip_separators() {
  while (position_ < text_.size() &&
         (is_space(text_[position_]) || text_[position_] == ',' || text_[position_] == ']')) {
    ++position_;
  }
}

std::optional<JsonPiece> JsonSplitter::next() {
  skip_separators();
  if (position_ >= text_.size()) return std::nullopt;
  const std::size_t start = position_;
  const std::size_t end = end_of_element(text_, start);
  const bool closed = end != std::string_view::npos;
  position_ = closed ? end : text_.size();
  return JsonPiece{start, text_.substr(start, position_ - start), closed};
}

void JsonSplitter::recover(const JsonPiece& bad) {
  const std::size_t spaces = indentation(text_, bad.position);
  const std::size_t behind = bad.position + 1;
  position_ = spaces == std::string_view::npos ? next_behind_comma(text_, behind)
                                               : next_on_own_line(text_, behind, spaces);
}

}  // namespace backfile
