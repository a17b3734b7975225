#include "indexer/enrichment/date_grammar.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/enrichment/date_tokens.h"
#include "indexer/enrichment/date_words.h"

namespace backfile {
namespace {

constexpr DateUnit unit(int value) { return static_cast<DateUnit>(value); }

class Grammar {
 public:
  explicit Grammar(std::string_view text) : tokens_(date_tokens(text)) {}

  std::optional<DateParts> parse() {
    while (at_ < tokens_.size()) {
      if (!item()) return std::nullopt;
    }
    if (!parts_.year && !parts_.short_year) return std::nullopt;
    if (parts_.day != 0 && parts_.month == 0) return std::nullopt;
    if (parts_.hijri && parts_.day == 0) return std::nullopt;
    if (half_ && parts_.hour) apply_half();
    if (is_day_first_) parts_.either_order = false;
    return parts_;
  }

 private:
  [[nodiscard]] bool is_sign(std::size_t ahead, std::string_view signs) const {
    const std::size_t at = at_ + ahead;
    return at < tokens_.size() && tokens_[at].kind == DateToken::sign &&
           signs.find(tokens_[at].text[0]) != std::string_view::npos;
  }
  [[nodiscard]] bool is_number(std::size_t ahead) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == DateToken::number;
  }
  [[nodiscard]] std::string_view word(std::size_t ahead) const {
    const bool there = at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == DateToken::word;
    return there ? std::string_view(tokens_[at_ + ahead].text) : std::string_view();
  }
  [[nodiscard]] int value(std::size_t ahead) const { return tokens_[at_ + ahead].value; }
  [[nodiscard]] std::size_t digits(std::size_t ahead) const {
    return tokens_[at_ + ahead].text.size();
  }
  [[nodiscard]] std::optional<DateMeaning> meaning(std::size_t ahead, DateRole role) const {
    return word(ahead).empty() ? std::nullopt : date_word(word(ahead), role);
  }
  [[nodiscard]] bool is(std::size_t ahead, DateRole role) const {
    return meaning(ahead, role).has_value();
  }
  [[nodiscard]] bool is_unit(std::size_t ahead, DateUnit wanted) const {
    const auto found = meaning(ahead, DateRole::unit);
    return found && unit(found->value) == wanted;
  }
  /// "pm", and in Spanish "p. m."
  [[nodiscard]] bool is_half(std::size_t ahead) const {
    return is(ahead, DateRole::half) || date_word(joined(ahead, 2), DateRole::half).has_value();
  }

  /// `count` words that follow each other, with one space between them; "" when they are fewer.
  [[nodiscard]] std::string joined(std::size_t ahead, std::size_t count) const {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (word(ahead + i).empty()) return {};
      text.append(i == 0 ? "" : " ").append(word(ahead + i));
    }
    return text;
  }

  bool item() {
    if (is_number(0)) {
      if (is_time()) return time();
      if (is(1, DateRole::unit)) return counted();
      return is_figures() ? figures() : number();
    }
    if (!word(0).empty()) return name();
    return parts_.hour && is_sign(0, "+-") && is_number(1) ? offset() : sign();
  }

  bool sign() {
    const bool known = is_sign(0, ",-|().:'/;");
    ++at_;
    return known;
  }

  [[nodiscard]] bool is_time() const {
    if (is_half(1) || is_unit(1, DateUnit::hour)) return digits(0) <= 2;
    if (is_sign(1, ":") && is_number(2)) return digits(0) <= 2;
    const bool dotted = is_sign(1, ".") && is_number(2) && digits(2) == 2;
    return dotted && (after_clock_ || is_half(3) || is_unit(3, DateUnit::hour));
  }

  /// "8:30", "08:30:00.000", "8.30pm", "8pm", "14h30", "14 Uhr", "14時30分".
  bool time() {
    if (parts_.hour) return false;
    parts_.hour = value(0);
    ++at_;
    minutes();
    seconds();
    if (is_unit(0, DateUnit::hour)) ++at_;
    if (is_half(0)) half();
    return *parts_.hour < 24 && parts_.minute < 60 && parts_.second.value_or(0) <= 60;
  }

  void minutes() {
    const bool counted = is_unit(0, DateUnit::hour);
    const bool is_minute =
        is_number(1) && digits(1) == 2 && !is(2, DateRole::month) && !is_unit(2, DateUnit::day);
    if ((counted && is_minute) || is_sign(0, ":.")) {
      parts_.minute = value(1);
      at_ += 2;
      if (is_unit(0, DateUnit::minute)) ++at_;
    } else if (counted) {
      ++at_;
    }
  }

  void seconds() {
    if (is_sign(0, ":") && is_number(1)) {
      parts_.second = value(1);
      at_ += 2;
    }
    if (parts_.second && is_sign(0, ".") && is_number(1)) at_ += 2;
  }

  void half() {
    const auto one = meaning(0, DateRole::half);
    half_ = one ? one : date_word(joined(0, 2), DateRole::half);
    at_ += one ? 1 : 2;
  }

  void apply_half() {
    if (half_->value == 12 && *parts_.hour < 12) *parts_.hour += 12;
    if (half_->value == 0 && *parts_.hour == 12) parts_.hour = 0;
  }

  /// "2021年", "2月", "9日", "30分".
  bool counted() {
    const int count = value(0);
    const std::size_t figures = digits(0);
    const DateUnit of = unit(meaning(1, DateRole::unit)->value);
    at_ += 2;
    switch (of) {
      case DateUnit::year:
        return set_year(count, figures);
      case DateUnit::month:
        return set_once(parts_.month, count);
      case DateUnit::day:
        return set_once(parts_.day, count);
      case DateUnit::minute:
        parts_.minute = count;
        return parts_.hour && count < 60;
      case DateUnit::second:
        parts_.second = count;
        return parts_.hour && count <= 60;
      case DateUnit::hour:
        break;
    }
    return false;
  }

  bool set_year(int year, std::size_t figures) {
    if (parts_.year) return *parts_.year == year;
    if (figures == 4) {
      parts_.year = year;
    } else {
      parts_.short_year = true;
    }
    return figures == 4 || figures == 2;
  }

  static bool set_once(int& part, int value) {
    if (part != 0) return false;
    part = value;
    return true;
  }

  /// "令和3年", "令和元年"; also in brackets behind the year.
  bool era(int before) {
    constexpr std::string_view first = "元";
    const bool is_first = word(1) == first;
    if (!is_first && !is_number(1)) return false;
    const int year = before + (is_first ? 1 : value(1));
    at_ += 2;
    if (is_unit(0, DateUnit::year)) ++at_;
    return set_year(year, 4);
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
    if (is(0, DateRole::ordinal)) ++at_;
    return true;
  }

  bool name() {
    after_clock_ = is(0, DateRole::clock);
    if (const auto first = meaning(0, DateRole::era)) return era(first->value);
    for (const std::size_t words : {3, 2, 1}) {
      if (month_or_weekday(joined(0, words)) || hijri_month(joined(0, words))) {
        at_ += words;
        return true;
      }
    }
    if (is_half(0) && !half_ && !is(0, DateRole::filler)) {
      half();
      return true;
    }
    if (parts_.year && is(0, DateRole::hijri)) {
      ++at_;
      return parts_.hijri = is_day_first_ = true;
    }
    if (parts_.year && is_unit(0, DateUnit::year)) {  // behind "2021(令和3)"
      ++at_;
      return true;
    }
    if (const auto filler = known_filler()) {
      if (!filler->english && !is_eastern_word()) is_day_first_ = true;
      ++at_;
      return true;
    }
    return parts_.hour && zone();
  }

  /// "mar" is March in many languages, and Tuesday in some; in Arabic a month may have both of its
  /// names ("مارس/آذار").
  bool month_or_weekday(const std::string& text) {
    if (text.empty()) return false;
    const auto month = date_word(text, DateRole::month);
    const auto weekday = date_word(text, DateRole::weekday);
    if (!month && !weekday) return false;
    const bool is_arabic = (text.front() & 0x80) != 0;
    if (month && is_arabic && parts_.month == month->value) return true;
    if (month && (parts_.month == 0 || may_be_weekday_)) {
      parts_.month = month->value;
      may_be_weekday_ = weekday.has_value();
    } else if (!weekday) {
      return false;
    } else if (!weekday->english && !is_eastern_word()) {
      is_day_first_ = true;
    }
    return true;
  }

  bool hijri_month(const std::string& text) {
    const auto month = text.empty() ? std::nullopt : date_word(text, DateRole::hijri_month);
    if (!month || parts_.month != 0) return false;
    parts_.month = month->value;
    return parts_.hijri = true;
  }

  [[nodiscard]] std::optional<DateMeaning> known_filler() const {
    for (const DateRole role : {DateRole::filler, DateRole::clock}) {
      if (const auto found = meaning(0, role)) return found;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_eastern_word() const { return is_eastern(code_point_at(word(0), 0).value); }

  bool zone() {
    const auto known = meaning(0, DateRole::zone);
    if (!known && !is(0, DateRole::vague_zone)) return false;
    if (known) parts_.offset = known->value;
    ++at_;
    return true;
  }

  std::vector<DateToken> tokens_;
  std::size_t at_ = 0;
  DateParts parts_;
  std::optional<DateMeaning> half_;
  bool after_clock_ = false;     ///< the last word said that a time follows
  bool may_be_weekday_ = false;  ///< the month's name is a day's, too
  bool is_day_first_ = false;    ///< a language that puts the day before the month in figures
};

}  // namespace

std::optional<DateParts> parse_date(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.size() > longest) return std::nullopt;
  return Grammar(text).parse();
}

}  // namespace backfile
