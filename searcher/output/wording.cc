#include "searcher/output/wording.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/terminal/direction.h"
#include "common/terminal/display_width.h"
#include "common/terminal/neutralise.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// With a small letter, or a mark that follows a word.
bool begins_within(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<UChar32>(code_point_at(text, 0).value);
  return u_islower(first) != 0 || std::string_view(",;:.)").find(text[0]) != std::string_view::npos;
}

/// With a full stop or its like (Unicode's Sentence_Terminal), maybe within quotation marks or
/// brackets.
bool ends_sentence(std::string_view text) {
  constexpr auto closing = U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PI_MASK;
  bool ends = false;
  for (std::size_t position = 0; position < text.size();) {
    const CodePoint point = code_point_at(text, position);
    const auto character = static_cast<UChar32>(point.value);
    position += point.length;
    const bool closes = (U_GET_GC_MASK(character) & closing) != 0 || character == '"' ||
                        character == '\'' || u_isWhitespace(character) != 0;
    if (!closes) ends = u_hasBinaryProperty(character, UCHAR_S_TERM) != 0 || character == U'…';
  }
  return ends || text.empty();
}

}  // namespace

std::string counted_total(const Answer& answer) {
  if (!answer.articles) return counted(answer.total, "article");
  return grouped(answer.total) + (answer.total == 1 ? " story in " : " stories in ") +
         counted(*answer.articles, "article");
}

std::string copies_text(const Hit& hit) {
  if (hit.copies.empty()) return {};
  std::vector<std::string> outlets;
  for (const Copy& copy : hit.copies) {
    const bool known = std::find(outlets.begin(), outlets.end(), copy.outlet) != outlets.end();
    if (!copy.outlet.empty() && !known) outlets.push_back(copy.outlet);
  }
  const std::string count = grouped(hit.copies.size()) + " copies";
  return outlets.empty() ? count : count + ": " + listed(outlets);
}

std::string date_text(const Date& date) {
  std::string text = std::to_string(date.year());
  if (date.precision() == Precision::year) return text;
  const std::string_view month = months[static_cast<std::size_t>(date.month() - 1)];
  text = std::string(month) + ' ' + text;
  return date.precision() == Precision::month ? text : std::to_string(date.day()) + ' ' + text;
}

std::string shown_part(const Answer& answer) {
  if (answer.listed == 0 || answer.listed == answer.total) return {};
  const std::uint64_t last = answer.offset + answer.listed;
  if (answer.listed == 1) return "number " + grouped(last) + " shown";
  return grouped(answer.offset + 1) + "–" + grouped(last) + " shown";
}

std::string beside(const std::vector<std::string>& parts) {
  const bool isolate = std::any_of(parts.begin(), parts.end(), has_right_to_left);
  std::string line;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += " · ";
    line += isolate ? isolated(part) : part;
  }
  return line;
}

std::string byline(const Article& article) {
  return beside({neutralise_line(article.outlet), known_date(article), listed(article.topics)});
}

std::string known_date(const Article& article) {
  return article.published ? date_text(*article.published) : "undated";
}

std::string address(const Article& article) {
  return neutralise_line(article.url.empty() ? article.source.display() : article.url);
}

std::string shortened(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  return std::string(display_prefix(text, columns - 1)) + "…";
}

Snippet with_ellipses(const Snippet& snippet) {
  constexpr std::string_view before = "… ";
  Snippet shown = snippet;
  if (!ends_sentence(shown.text)) shown.text += " …";
  if (!begins_within(shown.text)) return shown;
  shown.text.insert(0, before);
  for (TextRange& match : shown.matches) match.begin += before.size();
  return shown;
}

std::string listed(const std::vector<std::string>& items) {
  std::string line;
  for (const std::string& item : items) {
    if (!line.empty()) line += ", ";
    line += neutralise_line(item);
  }
  return line;
}

}  // namespace backfile
