#include "indexer/readers/text_head.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/enrichment/written_date.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_headline = 400;
constexpr std::size_t longest_byline = 120;

constexpr std::array particles{"van"sv, "von"sv, "de"sv, "der"sv, "den"sv, "di"sv,  "da"sv,
                               "la"sv,  "le"sv,  "al"sv, "bin"sv, "el"sv,  "and"sv, "y"sv};

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_url(std::string_view line) {
  return (line.starts_with("http://") || line.starts_with("https://")) &&
         line.find(' ') == std::string_view::npos;
}

/// A date with a month at least: a bare year is more often a headline's.
bool is_date(std::string_view text) {
  constexpr std::size_t bare_year = 4;
  const WrittenDate read = read_date(text);
  if (read.date) return read.date->precision() != Precision::year;
  return read.status != DateStatus::unreadable && read.status != DateStatus::empty &&
         text.size() > bare_year;
}

bool is_name_word(std::string_view word) {
  const bool letters = word.find_first_of("0123456789,:;!?()\"/@") == std::string_view::npos;
  const bool capital = is_upper(word.front()) || (word.front() & 0x80) != 0;
  return letters &&
         (capital || std::find(particles.begin(), particles.end(), word) != particles.end());
}

/// Two to five words that may be a person's name; "AP" and "Reuters" need a "By".
bool is_name(std::string_view text, std::size_t fewest_words) {
  std::size_t words = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start && !is_name_word(text.substr(start, end - start))) return false;
    if (end > start) ++words;
    start = end + 1;
  }
  constexpr std::size_t most_words = 5;
  const bool sentence = text.ends_with('.') && !text.ends_with("Jr.") && !text.ends_with("Sr.");
  return words >= fewest_words && words <= most_words && !sentence;
}

bool are_names(std::string_view text, std::size_t fewest_words) {
  if (text.size() > longest_byline) return false;
  const std::vector<std::string> names = split_authors(text);
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return is_name(name, fewest_words);
  });
}

/// "By" of other languages begins other lines as well, too.
bool is_foreign_byline(std::string_view text) {
  constexpr std::array introductions{"Von "sv, "VON "sv, "Par "sv, "PAR "sv, "Por "sv, "POR "sv};
  return are_names(text, 2) &&
         std::any_of(introductions.begin(), introductions.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

bool is_byline(std::string_view text) {
  const bool by = text.starts_with("By ") || text.starts_with("BY ") || text.starts_with("by ") ||
                  text.starts_with("By: ");
  return by ? are_names(text, 1) : is_foreign_byline(text);
}

std::optional<HeadLine> byline_and_date(std::string_view line) {
  for (std::size_t cut = line.find_first_of(",|"); cut != std::string_view::npos;
       cut = line.find_first_of(",|", cut + 1)) {
    const std::string_view left = trim(line.substr(0, cut));
    const std::string_view right = trim(line.substr(cut + 1));
    if (is_byline(left) && is_date(right)) return HeadLine{left, right};
    if (is_date(left) && is_byline(right)) return HeadLine{right, left};
    if (line[cut] != '|') continue;
    if (are_names(left, 2) && is_date(right)) return HeadLine{left, right};
  }
  return std::nullopt;
}

class HeadReader {
 public:
  explicit HeadReader(std::span<const std::string_view> lines) : lines_(lines) {}

  TextHead read() {
    skip_blank();
    address();
    headline();
    standfirst();
    while (byline_or_date()) {
    }
    return std::move(head_);
  }

 private:
  [[nodiscard]] std::string_view line() const {
    return head_.lines < lines_.size() ? lines_[head_.lines] : std::string_view();
  }

  void skip_blank() {
    while (head_.lines < lines_.size() && line().empty()) ++head_.lines;
  }

  void take() {
    ++head_.lines;
    skip_blank();
  }

  /// The nearest line that is not blank behind the present one.
  [[nodiscard]] std::string_view next_line(std::size_t ahead = 1) const {
    for (std::size_t at = head_.lines + 1; at < lines_.size(); ++at) {
      if (!lines_[at].empty() && --ahead == 0) return lines_[at];
    }
    return {};
  }

  void address() {
    if (!is_url(line())) return;
    head_.url = line();
    take();
    if (!is_date(line())) return;
    head_.date = line();
    take();
  }

  /// Whether the first line goes on in the second in the middle of a sentence.
  [[nodiscard]] bool begins_with_prose() const {
    constexpr std::size_t shortest_wrapped = 50;
    if (line().size() > longest_headline) return true;
    const std::size_t next = head_.lines + 1;
    return line().size() >= shortest_wrapped && next < lines_.size() && !lines_[next].empty() &&
           is_lower(lines_[next].front());
  }

  void headline() {
    if (line().empty() || begins_with_prose()) return;
    head_.title = line();
    take();
  }

  /// Whether two lines are a name and a date, in either order.
  static bool is_pair(std::string_view name, std::string_view date) {
    return are_names(name, 2) && is_date(date);
  }

  /// One line between headline and byline, if there is a byline.
  void standfirst() {
    if (head_.title.empty() || head_line(line()) || is_pair(line(), next_line())) return;
    if (!head_line(next_line()) && !is_pair(next_line(), next_line(2))) return;
    head_.standfirst = line();
    take();
  }

  bool byline_or_date() {
    if (line().empty() || head_.title.empty()) return false;
    const bool beside_date =
        head_.authors.empty() && are_names(line(), 2) && (dated_last_ || is_date(next_line()));
    std::optional<HeadLine> found = head_line(line());
    if (!found && beside_date) found = HeadLine{line(), {}};
    if (!found || (found->byline.empty() && found->date.empty())) return false;
    if (!found->byline.empty()) head_.authors = split_authors(found->byline);
    if (!found->date.empty() && head_.date.empty()) head_.date = found->date;
    dated_last_ = !found->date.empty();
    take();
    return true;
  }

  std::span<const std::string_view> lines_;
  TextHead head_;
  bool dated_last_ = false;
};

}  // namespace

std::optional<HeadLine> head_line(std::string_view line) {
  if (line.size() > longest_byline) return std::nullopt;
  if (is_date(line)) return HeadLine{{}, line};
  if (is_byline(line)) return HeadLine{line, {}};
  return byline_and_date(line);
}

TextHead read_text_head(std::span<const std::string_view> lines) {
  return HeadReader(lines).read();
}

}  // namespace backfile
