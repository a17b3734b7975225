#include "common/analysis/tokeniser.h"

#include <algorithm>
#include <limits>

#include "common/text/fold.h"

namespace backfile {
namespace {

using enum CharacterClass;

/// What the dictionary divides at once, in bytes; ICU counts with 32 bits.
constexpr std::size_t longest_run = 1UL << 20;

using ByteSet = std::array<bool, 256>;

constexpr ByteSet bytes_of(std::initializer_list<CharacterClass> kinds) {
  ByteSet set{};
  for (std::size_t byte = 0; byte < set.size(); ++byte) {
    set[byte] =
        std::find(kinds.begin(), kinds.end(), characters::byte_classes[byte]) != kinds.end();
  }
  return set;
}

constexpr ByteSet begins_token = bytes_of({letter, digit, hash_or_at, currency, beyond_ascii});

/// After which a word of ASCII letters may go on or be more than it seems.
constexpr ByteSet needs_scanner =
    bytes_of({digit, apostrophe, hyphen, ampersand, plus, hash_or_at, beyond_ascii});

constexpr bool is_in(const ByteSet& set, char byte) {
  return set[static_cast<unsigned char>(byte)];
}

}  // namespace

void Tokeniser::read(std::string_view text) {
  text_ = text.substr(0, std::numeric_limits<std::uint32_t>::max());
  scanner_.read(text_);
  at_ = 0;
  position_ = 0;
  chain_goes_on_at_ = words_end_ = 0;
  has_sign_ = false;
  run_end_ = 0;
  ready_count_ = delivered_ = 0;
}

bool Tokeniser::next(Token& token) {
  while (delivered_ == ready_count_) {
    ready_count_ = delivered_ = 0;
    skip_to_word();
    if (at_ == text_.size()) return false;
    if (plain_word(token)) return true;
    scan();
  }
  deliver(token);
  return true;
}

void Tokeniser::skip_to_word() {
  while (at_ < text_.size() && !is_in(begins_token, text_[at_])) ++at_;
}

/// Most words of English: ASCII letters with a space, comma or full stop behind them.
bool Tokeniser::plain_word(Token& token) {
  const std::size_t limit = std::min(text_.size() - at_, longest_plain_word);
  std::size_t length = 0;
  while (length < limit && class_of_byte(text_[at_ + length]) == letter) {
    plain_[length] = static_cast<char>(text_[at_ + length] | 0x20);
    ++length;
  }
  if (length == 0) return false;
  const std::size_t end = at_ + length;
  if (end < text_.size()) {
    const char behind = text_[end];
    if (is_in(needs_scanner, behind) || (behind == '.' && length == 1)) return false;
    if (class_of_byte(behind) == letter) return false;
  }
  token = {std::string_view(plain_.data(), length),
           {},
           position_++,
           static_cast<std::uint32_t>(at_),
           static_cast<std::uint32_t>(end),
           TokenKind::word};
  at_ = end;
  return true;
}

void Tokeniser::scan() {
  const Character c = character_at(text_, at_);
  switch (c.kind) {
    case letter:
    case digit:
      return scan_words();
    case hash_or_at:
    case currency:
      return scan_sign(c);
    case ideograph:
      return scan_ideograph();
    case unspaced:
      return scan_unspaced();
    default:
      at_ += c.length;
  }
}

/// A word, or a chain of words with hyphens between them.
void Tokeniser::scan_words() {
  const bool in_chain = at_ > 0 && at_ == chain_goes_on_at_;
  const std::size_t parts = scan_parts();
  const std::size_t hyphen = parts > most_parts ? hyphen_length(parts_[parts - 1]) : 0;
  at_ += hyphen;
  const bool too_long = parts > most_parts || in_chain;
  chain_goes_on_at_ = too_long && hyphen > 0 ? at_ : 0;
  words_end_ = at_;
  add_words({parts_.data(), parts}, too_long);
}

std::size_t Tokeniser::scan_parts() {
  std::size_t parts = 0;
  while (true) {
    Word& word = parts_[parts++];
    scanner_.scan(at_, word);
    at_ = word.next;
    const std::size_t hyphen = parts < parts_.size() ? hyphen_length(word) : 0;
    if (hyphen == 0) return parts;
    at_ += hyphen;
  }
}

/// The length of the hyphen that joins `before` to a word behind it, else 0. A dash joins letters
/// only: 2019–20 is a range.
std::size_t Tokeniser::hyphen_length(const Word& before) const {
  const Character c = character_at(text_, at_);
  const Character behind = character_at(text_, at_ + c.length);
  const bool joins = c.kind == hyphen
                         ? behind.begins_word()
                         : c.kind == dash && behind.kind == letter && !before.is_number();
  return joins ? c.length : 0;
}

void Tokeniser::add_words(std::span<const Word> parts, bool in_chain) {
  bool is_first = true;
  for (const Word& word : parts) {
    if (word.form.empty()) continue;
    add(word.is_number() ? TokenKind::number : TokenKind::word, word.begin, word.end).form =
        word.form;
    if (is_first && has_sign_) add_sign(word);
    if (is_first && parts.size() > 1 && !in_chain) add_compound(parts);
    is_first = false;
    ++position_;
  }
  has_sign_ = false;
}

/// The parts spelled as one word, unless they are numbers only: 2021-02-09.
void Tokeniser::add_compound(std::span<const Word> parts) {
  const auto is_number = [](const Word& word) { return word.is_number(); };
  const auto is_empty = [](const Word& word) { return word.form.empty(); };
  if (std::all_of(parts.begin(), parts.end(), is_number)) return;
  if (std::any_of(parts.begin(), parts.end(), is_empty)) return;
  Ready& compound = add(TokenKind::compound, parts.front().begin, parts.back().end);
  for (const Word& word : parts) {
    if (!compound.form.empty()) compound.hyphenated += '-';
    compound.form += word.form;
    compound.hyphenated += word.form;
  }
  if (compound.hyphenated.size() > longest_form) drop_last();
}

/// Remembers the sign for the word behind it.
void Tokeniser::scan_sign(const Character& sign) {
  has_sign_ = begins_sign(sign);
  sign_begin_ = at_;
  at_ += sign.length;
  if (has_sign_) scan_words();
}

/// A hashtag or handle stands at no word's end (bob@example.org); a currency may: US$5m.
bool Tokeniser::begins_sign(const Character& sign) const {
  const Character behind = character_at(text_, at_ + sign.length);
  if (sign.kind == currency) return behind.kind == digit;
  return behind.begins_word() && (at_ == 0 || at_ != words_end_);
}

void Tokeniser::add_sign(const Word& word) {
  const Character mark = character_at(text_, sign_begin_);
  const std::size_t end = mark.kind == hash_or_at ? handle_end(word.end) : word.end;
  Ready& sign = add(TokenKind::sign, sign_begin_, end);
  fold_word(text_.substr(sign_begin_, mark.length), sign.form);
  if (end == word.end) {
    sign.form += word.form;
  } else {
    fold_word(text_.substr(word.begin, end - word.begin), sign.form);
    settle_form(sign.form);
  }
}

/// Hashtags and handles go on after underscores: @bbc_news.
std::size_t Tokeniser::handle_end(std::size_t position) const {
  Character c = character_at(text_, position);
  if (c.kind != underscore) return position;
  while (c.is_word_part() || c.kind == underscore) {
    position += c.length;
    c = character_at(text_, position);
  }
  return position;
}

/// The character by itself and together with the one behind it.
void Tokeniser::scan_ideograph() {
  const std::size_t begin = at_;
  const std::size_t end = ideograph_end(begin);
  at_ = end;
  Ready& unigram = add(TokenKind::unigram, begin, end);
  fold_word(text_.substr(begin, end - begin), unigram.form);
  if (unigram.form.empty()) return drop_last();
  const std::size_t next_end = ideograph_end(end);
  if (next_end > end) {
    Ready& bigram = add(TokenKind::bigram, begin, next_end);
    bigram.form = unigram.form;
    fold_word(text_.substr(end, next_end - end), bigram.form);
  }
  ++position_;
}

/// Past the ideograph at `begin` and its marks; `begin` when there is none.
std::size_t Tokeniser::ideograph_end(std::size_t begin) const {
  Character c = character_at(text_, begin);
  if (c.kind != ideograph) return begin;
  std::size_t end = begin;
  do {
    end += c.length;
    c = character_at(text_, end);
  } while (c.kind == mark || c.kind == ignorable);
  return end;
}

/// One word of a run that only a dictionary can divide.
void Tokeniser::scan_unspaced() {
  if (at_ >= run_end_) {
    run_begin_ = at_;
    run_end_ = unspaced_end();
    breaker_.read(text_.substr(run_begin_, run_end_ - run_begin_));
  }
  const std::size_t begin = at_;
  const std::size_t length = breaker_.next();
  at_ = length == 0 ? run_end_ : run_begin_ + length;
  Ready& word = add(TokenKind::word, begin, at_);
  fold_word(text_.substr(begin, at_ - begin), word.form);
  settle_form(word.form);
  if (word.form.empty()) return drop_last();
  ++position_;
}

std::size_t Tokeniser::unspaced_end() const {
  std::size_t end = at_;
  for (Character c = character_at(text_, end);
       (c.kind == unspaced || c.kind == mark || c.kind == ignorable) && end - at_ < longest_run;
       c = character_at(text_, end)) {
    end += c.length;
  }
  return end;
}

Tokeniser::Ready& Tokeniser::add(TokenKind kind, std::size_t begin, std::size_t end) {
  Ready& ready = ready_[ready_count_++];
  ready.form.clear();
  ready.hyphenated.clear();
  ready.begin = begin;
  ready.end = end;
  ready.position = position_;
  ready.kind = kind;
  return ready;
}

void Tokeniser::deliver(Token& token) {
  const Ready& ready = ready_[delivered_++];
  token = {ready.form,
           ready.hyphenated,
           ready.position,
           static_cast<std::uint32_t>(ready.begin),
           static_cast<std::uint32_t>(ready.end),
           ready.kind};
}

}  // namespace backfile
