#include "indexer/enrichment/date_grammar.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

// Month names of other languages will find their place here: a row each.
constexpr std::array months{"january"sv,   "february"sv, "march"sv,    "april"sv,
                            "may"sv,       "june"sv,     "july"sv,     "august"sv,
                            "september"sv, "october"sv,  "november"sv, "december"sv};
constexpr std::array weekdays{"monday"sv, "tuesday"sv,  "wednesday"sv, "thursday"sv,
                              "friday"sv, "saturday"sv, "sunday"sv};
constexpr std::array ordinals{"st"sv, "nd"sv, "rd"sv, "th"sv};
constexpr std::array fillers{
    "of"sv,       "at"sv,   "on"sv,    "the"sv, "published"sv, "updated"sv, "posted"sv, "date"sv,
    "modified"sv, "last"sv, "first"sv, "t"sv,   "created"sv,   "added"sv,   "issued"sv, "hrs"sv};

struct Zone {
  std::string_view name;
  int hours;
};

/// RFC 822, section 5.1, and the European and Japanese ones that newspapers print.
constexpr std::array zones{Zone{"z", 0},    Zone{"ut", 0},   Zone{"utc", 0},  Zone{"gmt", 0},
                           Zone{"est", -5}, Zone{"edt", -4}, Zone{"cst", -6}, Zone{"cdt", -5},
                           Zone{"mst", -7}, Zone{"mdt", -6}, Zone{"pst", -8}, Zone{"pdt", -7},
                           Zone{"bst", 1},  Zone{"cet", 1},  Zone{"cest", 2}, Zone{"jst", 9}};

/// Zones that change their offset over the year: known, but not what they mean.
constexpr std::array vague_zones{"et"sv, "ct"sv, "mt"sv, "pt"sv};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Token {
  enum Kind { number, word, sign } kind;
  std::string text;  ///< a word in lower case without dots
  int value = 0;     ///< of a number
};

std::size_t run(std::string_view text, std::size_t at, bool (*belongs)(char)) {
  std::size_t end = at;
  while (end < text.size() && belongs(text[end])) ++end;
  return end - at;
}

/// "a.m." → "am", "Feb." → "feb".
Token word_token(std::string_view text) {
  std::string word;
  for (const char c : text) {
    if (is_letter(c)) word += static_cast<char>(c | 0x20);
  }
  return {Token::word, std::move(word), 0};
}

Token number_token(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 6)) value = value * 10 + (c - '0');
  return {Token::number, std::string(digits), value};
}

/// What may stand between the parts beside ASCII's signs: no-break spaces, dashes, dots, an
/// apostrophe. Letters beyond ASCII are part of no date that we can read.
constexpr bool is_separator(char32_t value) {
  return value == U' ' || value == U'\t' || value == 0xA0 || value == 0xB7 || value == 0x202F ||
         value == 0x2013 || value == 0x2014 || value == 0x2019 || value == 0x2022;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    std::size_t length = point.length;
    if (is_digit(text[at])) {
      length = run(text, at, is_digit);
      tokens.push_back(number_token(text.substr(at, length)));
    } else if (is_letter(text[at])) {
      length = run(text, at, [](char x) { return is_letter(x) || x == '.'; });
      tokens.push_back(word_token(text.substr(at, length)));
    } else if (!is_separator(point.value)) {
      tokens.push_back({Token::sign, std::string(text.substr(at, length)), 0});
    }
    at += length;
  }
  return tokens;
}

/// The number (from 1) of the name that `word` is, or is short for (three letters or more).
template <std::size_t size>
int position_of(const std::array<std::string_view, size>& names, std::string_view word) {
  if (word.size() < 3) return 0;
  const auto* name = std::find_if(names.begin(), names.end(),
                                  [&](std::string_view entry) { return entry.starts_with(word); });
  return name == names.end() ? 0 : static_cast<int>(name - names.begin()) + 1;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view word) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

class Grammar {
 public:
  explicit Grammar(std::string_view text) : tokens_(tokens_of(text)) {}

  std::optional<DateParts> parse() {
    while (at_ < tokens_.size()) {
      if (!item()) return std::nullopt;
    }
    if (!parts_.year && !parts_.short_year) return std::nullopt;
    if (parts_.day != 0 && parts_.month == 0) return std::nullopt;
    return parts_;
  }

 private:
  [[nodiscard]] bool is_sign(std::size_t ahead, std::string_view signs) const {
    const std::size_t at = at_ + ahead;
    return at < tokens_.size() && tokens_[at].kind == Token::sign &&
           signs.find(tokens_[at].text[0]) != std::string_view::npos;
  }
  [[nodiscard]] bool is_number(std::size_t ahead) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::number;
  }
  [[nodiscard]] std::string_view word(std::size_t ahead) const {
    const bool there = at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::word;
    return there ? std::string_view(tokens_[at_ + ahead].text) : std::string_view();
  }
  [[nodiscard]] int value(std::size_t ahead) const { return tokens_[at_ + ahead].value; }
  [[nodiscard]] std::size_t digits(std::size_t ahead) const {
    return tokens_[at_ + ahead].text.size();
  }
  [[nodiscard]] bool is_half(std::size_t ahead) const {
    return word(ahead) == "am" || word(ahead) == "pm";
  }

  bool item() {
    if (is_number(0)) return is_time() ? time() : is_figures() ? figures() : number();
    if (!word(0).empty()) return name();
    return parts_.hour && is_sign(0, "+-") && is_number(1) ? offset() : sign();
  }

  bool sign() {
    const bool known = is_sign(0, ",-|().:'/;");
    ++at_;
    return known;
  }

  [[nodiscard]] bool is_time() const {
    if (is_half(1) || (is_sign(1, ":") && is_number(2))) return digits(0) <= 2;
    return is_sign(1, ".") && is_number(2) && digits(2) == 2 && is_half(3);
  }

  /// "8:30", "08:30:00.000", "8.30pm", "8pm".
  bool time() {
    if (parts_.hour) return false;
    parts_.hour = value(0);
    ++at_;
    if (is_sign(0, ":.")) {
      parts_.minute = value(1);
      at_ += 2;
    }
    if (is_sign(0, ":") && is_number(1)) {
      parts_.second = value(1);
      at_ += 2;
    }
    if (parts_.second && is_sign(0, ".") && is_number(1)) at_ += 2;
    half();
    return *parts_.hour < 24 && parts_.minute < 60 && parts_.second.value_or(0) <= 60;
  }

  void half() {
    if (!is_half(0)) return;
    if (word(0) == "pm" && *parts_.hour < 12) *parts_.hour += 12;
    if (word(0) == "am" && *parts_.hour == 12) parts_.hour = 0;
    ++at_;
  }

  /// "+0100", "-05:00", "+1".
  bool offset() {
    const int direction = is_sign(0, "-") ? -1 : 1;
    const bool compact = digits(1) == 4;
    int minutes = compact ? value(1) / 100 * 60 + value(1) % 100 : value(1) * 60;
    at_ += 2;
    if (!compact && is_sign(0, ":") && is_number(1)) {
      minutes += value(1);
      at_ += 2;
    }
    parts_.offset = direction * minutes;
    return minutes <= 14 * 60;
  }

  [[nodiscard]] bool is_figures() const {
    return is_sign(1, "/.-") && is_number(2) && is_sign(3, "/.-") && is_number(4) &&
           tokens_[at_ + 1].text == tokens_[at_ + 3].text;
  }

  /// "2021/02/09", "31/12/2020", "12/31/2020", "9.2.2021", "8/19/19".
  bool figures() {
    if (parts_.year || parts_.month != 0) return false;
    const bool year_first = digits(0) == 4;
    if (year_first) {
      set_day(value(0), value(2), value(4));
    } else if (digits(4) == 4) {
      day_and_month(value(0), value(2), is_sign(1, "."));
      parts_.year = value(4);
    } else {
      parts_.short_year = true;
    }
    const bool short_others = digits(2) <= 2 && digits(year_first ? 4 : 0) <= 2;
    at_ += 5;
    return short_others;
  }

  void set_day(int year, int month, int day) {
    parts_.year = year;
    parts_.month = month;
    parts_.day = day;
  }

  void day_and_month(int first, int second, bool day_first) {
    const bool month_first = !day_first && second > 12;
    parts_.day = month_first ? second : first;
    parts_.month = month_first ? first : second;
    parts_.either_order = !day_first && first <= 12 && second <= 12 && first != second;
  }

  bool number() {
    if (digits(0) == 4 && !parts_.year) {
      parts_.year = value(0);
    } else if (digits(0) <= 2 && parts_.day == 0) {
      parts_.day = value(0);
    } else if (digits(0) == 2 && !parts_.year) {
      parts_.short_year = true;
    } else {
      return false;
    }
    ++at_;
    if (is_one_of(ordinals, word(0))) ++at_;
    return true;
  }

  bool name() {
    const std::string_view text = word(0);
    ++at_;
    if (const int month = position_of(months, text); month != 0 && parts_.month == 0) {
      parts_.month = month;
      return true;
    }
    if (position_of(weekdays, text) != 0 || is_one_of(fillers, text)) return true;
    return parts_.hour && zone(text);
  }

  bool zone(std::string_view text) {
    const auto* known = std::find_if(zones.begin(), zones.end(),
                                     [&](const Zone& entry) { return entry.name == text; });
    if (known == zones.end()) return is_one_of(vague_zones, text);
    parts_.offset = known->hours * 60;
    return true;
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  DateParts parts_;
};

}  // namespace

std::optional<DateParts> parse_date(std::string_view text) {
  constexpr std::size_t longest = 100;
  if (text.size() > longest) return std::nullopt;
  return Grammar(text).parse();
}

}  // namespace backfile
