#include "indexer/enrichment/date_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/enrichment/date_words.h"

namespace backfile {
namespace {

/// What may stand between the parts: spaces, dashes, dots, apostrophes, commas of other scripts,
/// marks of the direction of writing.
constexpr bool is_separator(char32_t value) {
  return value == U' ' || value == U'\t' || value == 0xA0 || value == 0xB7 || value == 0xB0 ||
         value == 0x60C || (value >= 0x2009 && value <= 0x200F) || value == 0x2013 ||
         value == 0x2014 || value == 0x2019 || value == 0x2022 || value == 0x202F ||
         value == 0x3000 || value == 0x3001 || value == 0x30FB;
}

bool is_letter(char32_t value) {
  const auto mask = U_GC_L_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(value)) & mask) != 0;
}

/// 0–9 in any script; -1 for anything else.
int digit(char32_t value) {
  const bool decimal = u_charType(static_cast<UChar32>(value)) == U_DECIMAL_DIGIT_NUMBER;
  return decimal ? u_charDigitValue(static_cast<UChar32>(value)) : -1;
}

/// 0–9, and 10 for 十; -1 for anything else.
int numeral(char32_t value) {
  constexpr std::u32string_view numerals = U"〇一二三四五六七八九十";
  const std::size_t at = numerals.find(value == U'零' ? U'〇' : value);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

/// Full-width signs as ASCII.
char32_t plain_sign(char32_t value) {
  return value > 0xFF00 && value < 0xFF5F ? value - 0xFEE0 : value;
}

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}

  std::vector<DateToken> run() {
    while (at_ < text_.size()) take();
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] CodePoint point() const { return code_point_at(text_, at_); }

  void take() {
    const char32_t value = point().value;
    if (digit(value) >= 0) {
      take_number();
    } else if (numeral(value) >= 0) {
      take_numerals();
    } else if (is_eastern(value) && is_letter(value)) {
      take_eastern_word();
    } else if (is_letter(value)) {
      take_word();
    } else {
      take_sign();
    }
  }

  void take_number() {
    std::string digits;
    for (; at_ < text_.size() && digit(point().value) >= 0; at_ += point().length) {
      digits += static_cast<char>('0' + digit(point().value));
    }
    add_number(std::move(digits));
  }

  /// "二〇二一", "十二", "二十一".
  void take_numerals() {
    std::string digits;
    bool tens = false;
    for (; at_ < text_.size() && numeral(point().value) >= 0; at_ += point().length) {
      const int value = numeral(point().value);
      if (value == 10) {
        if (digits.empty()) digits = "1";
        tens = true;
      } else {
        digits += static_cast<char>('0' + value);
      }
    }
    if (tens && digits.size() == 1) digits += '0';
    add_number(std::move(digits));
  }

  void add_number(std::string digits) {
    int value = 0;
    for (const char c : std::string_view(digits).substr(0, 6)) value = value * 10 + (c - '0');
    tokens_.push_back({DateToken::number, std::move(digits), value});
  }

  void take_eastern_word() {
    const std::size_t known = date_word_prefix(text_.substr(at_));
    const std::size_t length = known != 0 ? known : point().length;
    tokens_.push_back({DateToken::word, std::string(text_.substr(at_, length)), 0});
    at_ += length;
  }

  /// "a.m." → "am", "Feb." → "feb".
  void take_word() {
    std::string word;
    for (; at_ < text_.size(); at_ += point().length) {
      const char32_t value = point().value;
      if (value == U'.') continue;
      if (!is_letter(value) || is_eastern(value)) break;
      word += text_.substr(at_, point().length);
    }
    DateToken token{DateToken::word, {}, 0};
    fold_word(word, token.text);
    tokens_.push_back(std::move(token));
  }

  void take_sign() {
    const CodePoint sign = point();
    at_ += sign.length;
    if (is_separator(sign.value)) return;
    DateToken token{DateToken::sign, {}, 0};
    append_utf8(token.text, plain_sign(sign.value));
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) { return Tokeniser(text).run(); }

}  // namespace backfile
