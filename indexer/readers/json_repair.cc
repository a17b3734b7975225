#include "indexer/readers/json_repair.h"

#include <algorithm>
#include <cstddef>

#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr bool is_word_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' ||
         c == '.';
}

/// Whether `\uXXXX` stands at `at`, its first digits being `high` (of "dD") and one of `low`.
bool is_surrogate(std::string_view text, std::size_t at, std::string_view second_digit) {
  return at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u' &&
         (text[at + 2] == 'd' || text[at + 2] == 'D') &&
         second_digit.find(text[at + 3]) != std::string_view::npos;
}

bool is_unicode_escape(std::string_view text, std::size_t at) {
  return at + 6 <= text.size() && text[at + 1] == 'u' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        string();
      } else if (c == ',') {
        comma();
      } else if (is_word_char(c)) {
        word();
      } else {
        copy(1);
      }
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t bytes) {
    out_ += text_.substr(at_, bytes);
    at_ += bytes;
  }

  void put(std::string_view replacement, std::size_t bytes) {
    out_ += replacement;
    at_ = std::min(at_ + bytes, text_.size());
  }

  void string() {
    copy(1);
    while (at_ < text_.size() && text_[at_] != '"') {
      if (text_[at_] == '\\') {
        escape();
      } else if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        control();
      } else {
        copy(1);
      }
    }
    if (at_ < text_.size()) copy(1);
  }

  void control() {
    const char c = text_[at_];
    put(c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : "", 1);
  }

  void escape() {
    constexpr std::string_view lone = "\\ufffd";
    const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (is_surrogate(text_, at_, "89abAB") && is_unicode_escape(text_, at_)) {
      const bool paired = is_surrogate(text_, at_ + 6, "cdefCDEF");
      paired ? copy(12) : put(lone, 6);
    } else if (is_surrogate(text_, at_, "cdefCDEF")) {
      put(lone, 6);
    } else if (kind == 'u') {
      is_unicode_escape(text_, at_) ? copy(6) : put("", 1);
    } else if (kind != '\0' &&
               std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos) {
      copy(2);
    } else {
      put("", 1);
    }
  }

  void comma() {
    std::size_t next = at_ + 1;
    while (next < text_.size() &&
           std::string_view(" \n\r\t").find(text_[next]) != std::string::npos) {
      ++next;
    }
    const bool closes = next < text_.size() && (text_[next] == '}' || text_[next] == ']');
    closes ? put("", 1) : copy(1);
  }

  void word() {
    std::size_t end = at_;
    while (end < text_.size() && is_word_char(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    const std::size_t length = word.size();
    constexpr std::size_t safe_digits = 18;  // 64 bits hold these
    if (word == "NaN" || word == "nan" || word == "None" || word == "undefined" ||
        word.ends_with("Infinity")) {
      put("null", length);
    } else if (word == "True" || word == "False") {
      put(word == "True" ? "true" : "false", length);
    } else if (length > safe_digits && std::all_of(word.begin() + 1, word.end(), is_digit)) {
      put("\"" + std::string(word) + "\"", length);
    } else {
      copy(length);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string repair_json(std::string_view text) {
  if (is_utf8(text)) return Repair(text).run();
  return Repair(to_valid_utf8(text)).run();
}

}  // namespace backfile
