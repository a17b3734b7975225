#include "common/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/error.h"
#include "common/text/apostrophe.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

struct Normalisers {
  const icu::Normalizer2* fold;       ///< NFKC_Casefold
  const icu::Normalizer2* decompose;  ///< NFD
  const icu::Normalizer2* compose;    ///< NFC
};

const Normalisers& normalisers() {
  static const Normalisers instances = [] {
    UErrorCode status = U_ZERO_ERROR;
    const Normalisers found{icu::Normalizer2::getNFKCCasefoldInstance(status),
                            icu::Normalizer2::getNFDInstance(status),
                            icu::Normalizer2::getNFCInstance(status)};
    if (U_FAILURE(status)) {
      throw Error(ErrorCode::internal, "ICU has no normalisation data",
                  "install the package libicu72 again");
    }
    return found;
  }();
  return instances;
}

icu::UnicodeString normalised(const icu::Normalizer2& normaliser, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normaliser.normalize(text, status);
  if (U_FAILURE(status)) throw Error(ErrorCode::out_of_memory, "No memory left to fold a word");
  return result;
}

constexpr bool within(UChar32 c, UChar32 first, UChar32 last) { return c >= first && c <= last; }

constexpr UChar32 tatweel = 0x0640;
constexpr UChar32 alef = 0x0627;
constexpr UChar32 alef_wasla = 0x0671;
constexpr UChar32 cyrillic_i = 0x0438;
constexpr UChar32 breve = 0x0306;

/// Signs that Hebrew and Arabic add to a word for its pronunciation or its looks only. Hamzas
/// (U+0654, U+0655) are not among them: on waw and yeh they make another letter.
constexpr bool is_reading_aid(UChar32 c) {
  return within(c, 0x0591, 0x05BD) || c == 0x05BF || within(c, 0x05C1, 0x05C2) ||
         within(c, 0x05C4, 0x05C5) || c == 0x05C7 || within(c, 0x0610, 0x061A) || c == tatweel ||
         within(c, 0x064B, 0x0653) || within(c, 0x0656, 0x065F) || c == 0x0670 ||
         within(c, 0x06D6, 0x06DC) || within(c, 0x06DF, 0x06E4) || within(c, 0x06E7, 0x06E8) ||
         within(c, 0x06EA, 0x06ED);
}

/// Whether a reader may leave off `mark` on `base`.
bool is_optional_mark(UChar32 mark, UChar32 base) {
  if (is_reading_aid(mark)) return true;
  if (u_charType(mark) != U_NON_SPACING_MARK) return false;
  if (base == cyrillic_i) return mark != breve;
  if (within(mark, 0x0654, 0x0655)) return base == alef;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(base, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_COMMON;
}

/// Letters that NFKC_Casefold leaves and readers write with plain ones.
struct PlainLetters {
  UChar32 letter;
  const char* plain;
};

constexpr std::array plain_letters{
    PlainLetters{0x00E6, "ae"}, PlainLetters{0x00F0, "d"}, PlainLetters{0x00F8, "o"},
    PlainLetters{0x00FE, "th"}, PlainLetters{0x0111, "d"}, PlainLetters{0x0127, "h"},
    PlainLetters{0x0131, "i"},  PlainLetters{0x0142, "l"}, PlainLetters{0x0153, "oe"},
    PlainLetters{0x0167, "t"},  PlainLetters{0x2010, "-"}, PlainLetters{0x2011, "-"}};

/// The plain form of one that is written in several ways: digits of all scripts, apostrophes, the
/// alef of the Arabic article.
UChar32 unified(UChar32 c) {
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return '0' + u_charDigitValue(c);
  if (is_apostrophe(static_cast<char32_t>(c))) return '\'';
  return c == alef_wasla ? alef : c;
}

void append_plain(icu::UnicodeString& out, UChar32 c) {
  const auto* entry = std::find_if(plain_letters.begin(), plain_letters.end(),
                                   [&](const PlainLetters& row) { return row.letter == c; });
  if (entry == plain_letters.end()) {
    out.append(c);
  } else {
    out.append(icu::UnicodeString(entry->plain, -1, US_INV));
  }
}

/// Folds any word, in full: the meaning of fold_word.
void fold_fully(std::string_view word, std::string& out) {
  const auto& [fold, decompose, compose] = normalisers();
  const auto length = static_cast<std::int32_t>(word.size());
  const auto folded =
      normalised(*fold, icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), length)));
  const auto decomposed = normalised(*decompose, folded);
  icu::UnicodeString plain;
  UChar32 base = 0;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = unified(decomposed.char32At(at));
    if (u_isUWhiteSpace(c) != 0 || is_optional_mark(c, base)) continue;
    if (u_getCombiningClass(c) == 0) base = c;
    append_plain(plain, c);
  }
  normalised(*compose, plain).toUTF8String(out);
}

/// How one code point folds when its neighbours do not matter.
struct Folding {
  std::array<char, 6> text{};
  std::uint8_t length = 0;
  bool known = false;  ///< this was filled in
  bool alone = false;  ///< neighbours do not matter
};

/// Combining marks change with the letter before them, a breve also the letter.
bool folds_alone(UChar32 c) {
  if (is_reading_aid(c)) return true;
  return ((1U << u_charType(c)) & (U_GC_M_MASK | U_GC_CN_MASK)) == 0;
}

Folding make_folding(char32_t c) {
  Folding folding;
  folding.known = true;
  std::string source;
  std::string folded;
  append_utf8(source, c);
  fold_fully(source, folded);
  if (folded.size() > folding.text.size()) return folding;
  std::copy(folded.begin(), folded.end(), folding.text.begin());
  folding.length = static_cast<std::uint8_t>(folded.size());
  folding.alone = folds_alone(static_cast<UChar32>(c));
  return folding;
}

/// The code points below U+0800 (Latin, Greek, Cyrillic, Hebrew, Arabic, …) have a table, whose
/// rows are made when they are needed: all of them would cost a search more than the search itself.
constexpr char32_t table_end = 0x0800;

const Folding& folding_of(char32_t c) {
  thread_local std::array<Folding, table_end> table;
  Folding& folding = table[c];
  if (!folding.known) folding = make_folding(c);
  return folding;
}

/// Kana, ideographs and Hangul syllables that are their own folding when no mark follows.
constexpr bool is_own_folding(char32_t c) {
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC ||
         (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

/// Appends the folding of `word` and returns true; false when some code point needs its
/// neighbours or is rare.
bool fold_one_by_one(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (point.value < table_end) {
      const Folding& folding = folding_of(point.value);
      if (!folding.alone) return false;
      out.append(folding.text.data(), folding.length);
    } else if (is_apostrophe(point.value)) {
      out += '\'';
    } else if (is_own_folding(point.value)) {
      out.append(word.substr(at, point.length));
    } else {
      return false;
    }
    at += point.length;
  }
  return true;
}

template <typename Action>
void for_each_word(std::string_view text, const Action& action) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (!word.empty()) action(word);
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
}

bool is_quotation_mark(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_QUOTATION_MARK) != 0;
}

/// `word` without quotation marks: double ones anywhere, single ones at either end.
std::string_view unquoted(std::string& word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (point.value == U'\'' || !is_quotation_mark(point.value)) {
      plain.append(word, at, point.length);
    }
    at += point.length;
  }
  word = std::move(plain);
  const std::size_t first = std::min(word.find_first_not_of('\''), word.size());
  return std::string_view(word).substr(first, word.find_last_not_of('\'') + 1 - first);
}

}  // namespace

void fold_word(std::string_view word, std::string& out) {
  const std::size_t before = out.size();
  if (std::all_of(word.begin(), word.end(), is_ascii)) {
    out.resize(before + word.size());
    std::transform(word.begin(), word.end(), out.begin() + static_cast<std::ptrdiff_t>(before),
                   lower);
  } else if (!fold_one_by_one(word, out)) {
    out.resize(before);
    fold_fully(word, out);
  }
}

std::string name_key(std::string_view name) {
  std::string key;
  std::string folded;
  for_each_word(collapse_spaces(name), [&](std::string_view written) {
    folded.clear();
    fold_word(written, folded);
    std::replace(folded.begin(), folded.end(), '_', ' ');
    for_each_word(folded, [&](std::string_view word) {
      std::string storage(word);
      const std::string_view plain = unquoted(storage);
      if (!plain.empty() && !key.empty()) key += ' ';
      key += plain;
    });
  });
  return key;
}

}  // namespace backfile
