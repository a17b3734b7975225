#include "common/analysis/word_scanner.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/analysis/elision.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using enum CharacterClass;

/// What folding may look at of a word, in bytes.
constexpr std::size_t longest_raw = 1024;

std::size_t digits_end(std::string_view text, std::size_t position, std::size_t& count) {
  count = 0;
  Character c = character_at(text, position);
  for (; c.kind == digit; c = character_at(text, position)) {
    position += c.length;
    ++count;
  }
  return position;
}

/// Letters of ASCII, or figures behind them.
bool is_ascii_word(std::string_view text) {
  return !text.empty() && class_of_byte(text[0]) == letter &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return class_of_byte(c) == letter || class_of_byte(c) == digit;
         });
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes out the apostrophes and dots that compatibility forms bring along: ŉ is 'n, ŀ is l·.
void drop_interior_signs(std::string& form) {
  for (const std::string_view sign : {"'", "\u00B7"}) {
    for (std::size_t at = form.find(sign); at != std::string::npos; at = form.find(sign, at)) {
      form.erase(at, sign.size());
    }
  }
}

}  // namespace

void settle_form(std::string& form) {
  drop_interior_signs(form);
  constexpr std::size_t longest_word = 64;
  if (form.size() <= longest_word) return;
  std::size_t end = 0;
  for (std::size_t count = 0; count < longest_word && end < form.size(); ++count) {
    end += code_point_at(form, end).length;
  }
  form.resize(utf8_prefix(form, std::min(end, longest_form)).size());
}

void WordScanner::scan(std::size_t position, Word& word) {
  at_ = begin_ = end_ = position;
  raw_.clear();
  last_ = separator;
  if (!take_acronym()) {
    if (here().kind == digit) take_number();
    while (step()) {
    }
  }
  word.begin = begin_;
  word.end = end_;
  word.next = at_;
  word.form.clear();
  fold_word(raw_, word.form);
  settle_form(word.form);
}

void WordScanner::take(const Character& character) {
  if (raw_.size() < longest_raw) raw_.append(text_.substr(at_, character.length));
  at_ += character.length;
  if (character.kind == ignorable) return;
  end_ = at_;
  if (character.kind != mark) last_ = character.kind;
}

/// Takes what stands here; false when the word ends.
bool WordScanner::step() {
  const Character c = here();
  switch (c.kind) {
    case letter:
    case digit:
    case mark:
      take(c);
      return true;
    case ignorable:
      if (!skip_line_end(c)) take(c);
      return true;
    case apostrophe:
      return take_apostrophe(c);
    case ampersand:
      return take_ampersand(c);
    case hyphen:
      return skip_line_end(c);
    case plus:
      take_plus_plus();
      return false;
    case hash_or_at:
      take_sharp(c);
      return false;
    default:
      return false;
  }
}

/// Where the single letter at `position` with its marks ends; `position` itself when there is none.
std::size_t WordScanner::initial_end(std::size_t position) const {
  Character c = character_at(text_, position);
  if (c.kind != letter) return position;
  do {
    position += c.length;
    c = character_at(text_, position);
  } while (c.kind == mark || c.kind == ignorable);
  return position;
}

/// Past "U.S." or "U.S"; where it began when this is no acronym.
std::size_t WordScanner::acronym_end() const {
  std::size_t end = at_;
  std::size_t letters = 0;
  while (true) {
    const std::size_t initial = initial_end(end);
    if (initial == end) break;
    const Character next = character_at(text_, initial);
    if (next.kind != dot) {
      const bool ends =
          !next.is_word_part() && (next.kind != apostrophe || possessive_length(initial) > 0 ||
                                   character_at(text_, initial + next.length).kind != letter);
      if (ends) end = initial;
      if (ends) ++letters;
      break;
    }
    end = initial + next.length;
    ++letters;
  }
  return letters < 2 ? at_ : end;
}

bool WordScanner::take_acronym() {
  const std::size_t end = acronym_end();
  if (end == at_) return false;
  while (at_ < end) {
    const Character c = here();
    if (c.kind == dot) {
      at_ += c.length;
    } else {
      take(c);
    }
  }
  end_ = end;
  take_possessive();
  return true;
}

void WordScanner::take_number() {
  const std::size_t digits = take_digits();
  if (digits <= 3 && has_thousands()) take_thousands();
  take_fraction();
}

std::size_t WordScanner::take_digits() {
  std::size_t count = 0;
  for (Character c = here(); c.kind == digit; c = here()) {
    take(c);
    ++count;
  }
  return count;
}

/// Whether groups as in 1,234,567 or India's 12,34,567 stand here.
bool WordScanner::has_thousands() const {
  std::size_t count = 0;
  std::size_t last_count = 0;
  std::size_t position = at_;
  for (Character c = here(); c.kind == comma; c = character_at(text_, position)) {
    const std::size_t end = digits_end(text_, position + c.length, count);
    if (count == 0) break;
    if (count != 2 && count != 3) return false;
    last_count = count;
    position = end;
  }
  return last_count == 3;
}

void WordScanner::take_thousands() {
  for (Character c = here(); c.kind == comma && after(c).kind == digit; c = here()) {
    at_ += c.length;
    take_digits();
  }
}

/// One dot makes a fraction; more of them a date, a version or an address: separate numbers.
void WordScanner::take_fraction() {
  const Character point = here();
  if (point.kind != dot) return;
  const bool in_chain =
      begin_ >= 2 && text_[begin_ - 1] == '.' && is_ascii_digit(text_[begin_ - 2]);
  std::size_t count = 0;
  const std::size_t end = digits_end(text_, at_ + point.length, count);
  const Character next = character_at(text_, end);
  const bool chain_goes_on =
      next.kind == dot && character_at(text_, end + next.length).kind == digit;
  if (in_chain || count == 0 || chain_goes_on) return;
  at_ += point.length;
  raw_ += '.';
  take_digits();
}

/// Joins O'Brien and don't, ends at council's and behind AT&T, begins anew after l' and d'.
bool WordScanner::take_apostrophe(const Character& apostrophe) {
  if (take_possessive()) return false;
  const Character next = after(apostrophe);
  if (next.kind != letter || raw_.find('&') != std::string::npos) return false;
  if (last_ == digit && next.value != U's' && next.value != U'S') return false;
  at_ += apostrophe.length;
  if (is_elided(raw_) && vowel_or_h_at(text_, at_)) {
    raw_.clear();
    begin_ = at_;
  }
  return true;
}

/// The bytes of "'s" at `position` when a word ends with it, else 0.
std::size_t WordScanner::possessive_length(std::size_t position) const {
  const Character apostrophe = character_at(text_, position);
  const Character s = character_at(text_, position + apostrophe.length);
  const bool is_s = s.value == U's' || s.value == U'S';
  if (apostrophe.kind != CharacterClass::apostrophe || !is_s) return 0;
  const std::size_t length = apostrophe.length + s.length;
  return character_at(text_, position + length).is_word_part() ? 0 : length;
}

bool WordScanner::take_possessive() {
  const std::size_t length = last_ == letter ? possessive_length(at_) : 0;
  at_ += length;
  if (length > 0) end_ = at_;
  return length > 0;
}

/// AT&T, R&D, M&S: a few ASCII letters on both sides, so that Barnes&Noble stays two words.
bool WordScanner::take_ampersand(const Character& ampersand) {
  constexpr std::size_t longest_side = 3;
  const std::size_t begin = at_ + ampersand.length;
  std::size_t end = begin;
  Character c = character_at(text_, end);
  while ((c.is_word_part() || c.kind == ignorable) && end - begin <= longest_side) {
    end += c.length;
    c = character_at(text_, end);
  }
  const std::string_view right = text_.substr(begin, end - begin);
  const bool is_short = raw_.size() <= longest_side && right.size() <= longest_side;
  if (!is_short || !is_ascii_word(raw_) || !is_ascii_word(right)) return false;
  take(ampersand);
  return true;
}

/// Skips a hyphen, the line end after it and the indent of the next line between two parts of one
/// word, as scanned text has them.
bool WordScanner::skip_line_end(const Character& hyphen) {
  constexpr char32_t soft_hyphen = 0x00AD;
  if (last_ != letter || (hyphen.kind == ignorable && hyphen.value != soft_hyphen)) return false;
  std::size_t position = at_ + hyphen.length;
  if (text_.substr(position).starts_with('\r')) ++position;
  if (!text_.substr(position).starts_with('\n')) return false;
  position = std::min(text_.find_first_not_of(" \t", position + 1), text_.size());
  const Character next = character_at(text_, position);
  if (next.kind != letter || u_islower(static_cast<UChar32>(next.value)) == 0) return false;
  at_ = position;
  return true;
}

void WordScanner::take_plus_plus() {
  const Character first = here();
  const Character second = after(first);
  const Character behind = character_at(text_, at_ + first.length + second.length);
  if (!is_ascii_word(raw_) || last_ != letter || second.kind != plus) return;
  if (behind.is_word_part() || behind.kind == plus) return;
  take(first);
  take(second);
}

/// C# and F#.
void WordScanner::take_sharp(const Character& sharp) {
  const bool is_sharp = sharp.value == U'#' || sharp.value == 0xFF03;
  if (is_sharp && raw_.size() == 1 && last_ == letter && !after(sharp).is_word_part()) take(sharp);
}

}  // namespace backfile
