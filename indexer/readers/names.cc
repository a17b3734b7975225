#include "indexer/readers/names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/readers/clean.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array separators{","sv, ";"sv, "|"sv, " and "sv, " & "sv, " und "sv, " et "sv};
constexpr std::array suffixes{"jr"sv, "jr."sv, "sr"sv, "sr."sv, "ii"sv, "iii"sv, "phd"sv, "md"sv};

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_suffix(std::string_view part) {
  return std::find(suffixes.begin(), suffixes.end(), ascii_lower(part)) != suffixes.end();
}

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

/// "Smith, John": a family name and a first name, not two authors.
bool is_inverted(const std::vector<std::string>& parts, std::string_view line) {
  return parts.size() == 2 && is_one_word(parts[0]) && is_one_word(parts[1]) &&
         line == parts[0] + ", " + parts[1];
}

/// Where the next separator stands, and its length; the end of `text` when there is none.
std::pair<std::size_t, std::size_t> next_separator(std::string_view text, std::size_t from) {
  std::pair<std::size_t, std::size_t> next{text.size(), 0};
  for (const std::string_view separator : separators) {
    const std::size_t found = text.find(separator, from);
    if (found < next.first) next = {found, separator.size()};
  }
  return next;
}

std::vector<std::string> split_names(std::string_view line) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= line.size();) {
    const auto [end, length] = next_separator(line, start);
    const std::string part(trim(line.substr(start, end - start)));
    if (is_suffix(part) && !parts.empty()) {
      parts.back() += ", " + part;
    } else if (!part.empty()) {
      parts.push_back(part);
    }
    start = end + std::max<std::size_t>(length, 1);
  }
  return parts;
}

constexpr bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

/// "By" in other languages. As these are also parts of names ("von der Leyen"), they count with a
/// capital before a capital only.
constexpr std::array foreign_by{"Von "sv, "VON "sv, "Par "sv, "PAR "sv, "Por "sv, "POR "sv};

std::string_view without_by(std::string_view line) {
  const std::string start = ascii_lower(line.substr(0, 3));
  if (start == "by " || start == "by:") return trim(line.substr(3));
  const bool foreign =
      std::find(foreign_by.begin(), foreign_by.end(), line.substr(0, 4)) != foreign_by.end();
  return foreign && line.size() > 4 && is_capital(line[4]) ? line.substr(4) : line;
}

/// "dpa", "gr/bp": how an agency or an editor signs beside the names.
bool is_initials(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '/' || c == '.'; });
}

void drop_initials(std::vector<std::string>& names) {
  if (names.size() > 1 && !std::all_of(names.begin(), names.end(), is_initials)) {
    std::erase_if(names, is_initials);
  }
}

/// "Staff Writer", "Political Correspondent": what the person before it does.
bool is_role(std::string_view name) {
  constexpr std::array roles{"writer"sv,    "correspondent"sv, "reporter"sv,    "editor"sv,
                             "columnist"sv, "contributor"sv,   "commentator"sv, "analyst"sv,
                             "producer"sv,  "staff"sv};
  const std::size_t space = name.rfind(' ');
  std::string last = ascii_lower(name.substr(space + 1));
  if (last.ends_with('s')) last.pop_back();
  return space != std::string_view::npos &&
         std::find(roles.begin(), roles.end(), last) != roles.end();
}

/// "Ann Lee, Staff Writer" → "Ann Lee".
std::string_view without_role(std::string_view text) {
  const std::size_t comma = text.rfind(", ");
  const bool has_role = comma != std::string_view::npos && is_role(text.substr(comma + 2));
  return has_role ? trim(text.substr(0, comma)) : text;
}

void drop_roles(std::vector<std::string>& names) {
  if (names.empty()) return;
  names.erase(std::remove_if(names.begin() + 1, names.end(), is_role), names.end());
}

std::string_view without_colon(std::string_view text) {
  return text.ends_with(':') ? trim(text.substr(0, text.size() - 1)) : text;
}

std::string_view without_quotes(std::string_view text) {
  while (text.size() >= 2 && text.front() == '"' && text.back() == '"') {
    text = trim(text.substr(1, text.size() - 2));
  }
  return text;
}

void split_at(std::string_view text, char separator, std::vector<std::string>& out) {
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    add_name(out, std::string(trim(text.substr(start, end - start))));
    start = end + 1;
  }
}

}  // namespace

void add_name(std::vector<std::string>& names, std::string name) {
  if (name.empty() || names.size() == most_names) return;
  const std::string key = name_key(name);
  const bool known = std::any_of(names.begin(), names.end(),
                                 [&](const std::string& other) { return name_key(other) == key; });
  if (!known) names.push_back(std::move(name));
}

std::string author_name(std::string_view text) {
  const std::string line = clean_line(text);
  return std::string(without_role(without_quotes(without_colon(without_by(line)))));
}

std::vector<std::string> split_authors(std::string_view byline) {
  constexpr std::size_t longest_byline = 4000;
  const std::string line = author_name(utf8_prefix(byline, longest_byline));
  std::vector<std::string> parts = split_names(line);
  if (is_inverted(parts, line)) return {line};
  std::vector<std::string> authors;
  for (const std::string& part : parts) add_name(authors, author_name(part));
  drop_initials(authors);
  drop_roles(authors);
  return authors;
}

std::vector<std::string> split_topics(std::string_view text) {
  const std::string line = clean_line(text);
  std::vector<std::string> topics;
  const std::size_t strong = line.find_first_of(";|");
  split_at(line, strong == std::string::npos ? ',' : line[strong], topics);
  return topics;
}

}  // namespace backfile
