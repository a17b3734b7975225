#include "indexer/enrichment/date_words.h"

#include <unicode/udat.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

/// Languages whose names of months and days are read; with their regions where these differ.
constexpr std::array locales{"en",    "de",    "de_AT", "fr", "es", "it", "pt", "nl",
                             "da",    "nb",    "sv",    "pl", "ru", "uk", "tr", "ar",
                             "ar_LB", "ar_DZ", "ar_MA", "ja", "zh", "ko"};

/// The languages in which dates of the Islamic calendar are read.
constexpr std::array hijri_locales{"ar@calendar=islamic-umalqura", "en@calendar=islamic-umalqura"};

struct Word {
  const char* text;  ///< as it is folded
  DateRole role;
  int value = 0;
};

constexpr int unit(DateUnit of) { return static_cast<int>(of); }

/// What CLDR does not have, or calls otherwise.
constexpr std::array names{
    Word{"sept", DateRole::month, 9},
    Word{"mrz", DateRole::month, 3},
    Word{"feber", DateRole::month, 2},
    Word{"setiembre", DateRole::month, 9},
    Word{"يونيه", DateRole::month, 6},
    Word{"يوليه", DateRole::month, 7},
    Word{"ابريل", DateRole::month, 4},
    Word{"segunda", DateRole::weekday},
    Word{"terca", DateRole::weekday},
    Word{"quarta", DateRole::weekday},
    Word{"quinta", DateRole::weekday},
    Word{"sexta", DateRole::weekday},
    Word{"sonnabend", DateRole::weekday},
    Word{"الإثنين", DateRole::weekday},
    Word{"星期天", DateRole::weekday},
    Word{"曜日", DateRole::weekday},
    Word{"祝", DateRole::filler},
    Word{"صباحا", DateRole::half, 0},
    Word{"مساء", DateRole::half, 12},
    Word{"am", DateRole::half, 0},
    Word{"pm", DateRole::half, 12},
    Word{"a m", DateRole::half, 0},
    Word{"p m", DateRole::half, 12},
    Word{"凌晨", DateRole::half, 0},
    Word{"早上", DateRole::half, 0},
    Word{"晚上", DateRole::half, 12},
    Word{"晚", DateRole::half, 12},
    Word{"ربيع الثاني", DateRole::hijri_month, 4},
    Word{"جمادى الثانية", DateRole::hijri_month, 6},
    Word{"جمادى الأخرى", DateRole::hijri_month, 6},
    Word{"ذي القعدة", DateRole::hijri_month, 11},
    Word{"ذي الحجة", DateRole::hijri_month, 12},
    Word{"محرم الحرام", DateRole::hijri_month, 1},
};

constexpr std::array english_words{
    Word{"of", DateRole::filler},        Word{"at", DateRole::clock},
    Word{"on", DateRole::filler},        Word{"the", DateRole::filler},
    Word{"published", DateRole::filler}, Word{"updated", DateRole::filler},
    Word{"posted", DateRole::filler},    Word{"date", DateRole::filler},
    Word{"modified", DateRole::filler},  Word{"last", DateRole::filler},
    Word{"first", DateRole::filler},     Word{"t", DateRole::filler},
    Word{"created", DateRole::filler},   Word{"added", DateRole::filler},
    Word{"issued", DateRole::filler},    Word{"hrs", DateRole::filler},
    Word{"st", DateRole::ordinal},       Word{"nd", DateRole::ordinal},
    Word{"rd", DateRole::ordinal},       Word{"th", DateRole::ordinal},
};

constexpr std::array other_words{
    // German
    Word{"am", DateRole::filler},
    Word{"den", DateRole::filler},
    Word{"der", DateRole::filler},
    Word{"vom", DateRole::filler},
    Word{"stand", DateRole::filler},
    Word{"veroffentlicht", DateRole::filler},
    Word{"aktualisiert", DateRole::filler},
    Word{"zuletzt", DateRole::filler},
    Word{"um", DateRole::clock},
    Word{"uhr", DateRole::unit, unit(DateUnit::hour)},
    // French
    Word{"le", DateRole::filler},
    Word{"du", DateRole::filler},
    Word{"a", DateRole::filler},
    Word{"publie", DateRole::filler},
    Word{"mis", DateRole::filler},
    Word{"jour", DateRole::filler},
    Word{"modifie", DateRole::filler},
    Word{"er", DateRole::ordinal},
    Word{"h", DateRole::unit, unit(DateUnit::hour)},
    Word{"heures", DateRole::unit, unit(DateUnit::hour)},
    Word{"min", DateRole::unit, unit(DateUnit::minute)},
    // Spanish, Italian, Portuguese
    Word{"de", DateRole::filler},
    Word{"del", DateRole::filler},
    Word{"el", DateRole::filler},
    Word{"la", DateRole::filler},
    Word{"las", DateRole::clock},
    Word{"o", DateRole::ordinal},
    Word{"publicado", DateRole::filler},
    Word{"actualizado", DateRole::filler},
    Word{"atualizado", DateRole::filler},
    Word{"fecha", DateRole::filler},
    Word{"horas", DateRole::unit, unit(DateUnit::hour)},
    Word{"hs", DateRole::unit, unit(DateUnit::hour)},
    Word{"il", DateRole::filler},
    Word{"di", DateRole::filler},
    Word{"alle", DateRole::clock},
    Word{"ore", DateRole::clock},
    Word{"pubblicato", DateRole::filler},
    Word{"aggiornato", DateRole::filler},
    Word{"em", DateRole::filler},
    Word{"as", DateRole::clock},
    Word{"feira", DateRole::filler},
    // Dutch and the Scandinavian languages
    Word{"op", DateRole::filler},
    Word{"om", DateRole::clock},
    Word{"uur", DateRole::unit, unit(DateUnit::hour)},
    Word{"gepubliceerd", DateRole::filler},
    Word{"bijgewerkt", DateRole::filler},
    Word{"kl", DateRole::clock},
    // Russian and Ukrainian
    Word{"г", DateRole::filler},
    Word{"года", DateRole::filler},
    Word{"р", DateRole::filler},
    Word{"в", DateRole::clock},
    // Arabic
    Word{"يوم", DateRole::filler},
    Word{"في", DateRole::filler},
    Word{"بتاريخ", DateRole::filler},
    Word{"الموافق", DateRole::filler},
    Word{"الساعة", DateRole::clock},
    Word{"م", DateRole::filler},
    Word{"ميلادي", DateRole::filler},
    Word{"ميلادية", DateRole::filler},
    Word{"من", DateRole::filler},
    Word{"شهر", DateRole::filler},
    Word{"ه", DateRole::hijri},
    Word{"هجري", DateRole::hijri},
    Word{"هجرية", DateRole::hijri},
    Word{"للهجرة", DateRole::hijri},
    Word{"ah", DateRole::hijri},
};

/// Chinese, Japanese and Korean put units behind the numbers.
constexpr std::array eastern_words{
    Word{"年", DateRole::unit, unit(DateUnit::year)},
    Word{"月", DateRole::unit, unit(DateUnit::month)},
    Word{"日", DateRole::unit, unit(DateUnit::day)},
    Word{"号", DateRole::unit, unit(DateUnit::day)},
    Word{"號", DateRole::unit, unit(DateUnit::day)},
    Word{"時", DateRole::unit, unit(DateUnit::hour)},
    Word{"时", DateRole::unit, unit(DateUnit::hour)},
    Word{"点", DateRole::unit, unit(DateUnit::hour)},
    Word{"點", DateRole::unit, unit(DateUnit::hour)},
    Word{"分", DateRole::unit, unit(DateUnit::minute)},
    Word{"秒", DateRole::unit, unit(DateUnit::second)},
    Word{"년", DateRole::unit, unit(DateUnit::year)},
    Word{"월", DateRole::unit, unit(DateUnit::month)},
    Word{"일", DateRole::unit, unit(DateUnit::day)},
    Word{"시", DateRole::unit, unit(DateUnit::hour)},
    Word{"분", DateRole::unit, unit(DateUnit::minute)},
    Word{"초", DateRole::unit, unit(DateUnit::second)},
    Word{"更新", DateRole::filler},
    Word{"公開", DateRole::filler},
    Word{"掲載", DateRole::filler},
    Word{"配信", DateRole::filler},
    Word{"发布", DateRole::filler},
    Word{"發布", DateRole::filler},
    Word{"付", DateRole::filler},
    // The eras since the Gregorian calendar came to Japan (1873).
    Word{"明治", DateRole::era, 1867},
    Word{"大正", DateRole::era, 1911},
    Word{"昭和", DateRole::era, 1925},
    Word{"平成", DateRole::era, 1988},
    Word{"令和", DateRole::era, 2018},
};

/// RFC 822, section 5.1, and others that newspapers print. IST is India's, Israel's and Ireland's,
/// AMT the Amazon's and Armenia's, AST the Atlantic's and Arabia's.
constexpr std::array zones{
    Word{"z", DateRole::zone, 0},       Word{"ut", DateRole::zone, 0},
    Word{"utc", DateRole::zone, 0},     Word{"gmt", DateRole::zone, 0},
    Word{"wet", DateRole::zone, 0},     Word{"bst", DateRole::zone, 60},
    Word{"west", DateRole::zone, 60},   Word{"cet", DateRole::zone, 60},
    Word{"mez", DateRole::zone, 60},    Word{"cest", DateRole::zone, 120},
    Word{"mesz", DateRole::zone, 120},  Word{"eet", DateRole::zone, 120},
    Word{"sast", DateRole::zone, 120},  Word{"eest", DateRole::zone, 180},
    Word{"msk", DateRole::zone, 180},   Word{"hkt", DateRole::zone, 480},
    Word{"sgt", DateRole::zone, 480},   Word{"jst", DateRole::zone, 540},
    Word{"kst", DateRole::zone, 540},   Word{"aest", DateRole::zone, 600},
    Word{"aedt", DateRole::zone, 660},  Word{"nzst", DateRole::zone, 720},
    Word{"nzdt", DateRole::zone, 780},  Word{"est", DateRole::zone, -300},
    Word{"edt", DateRole::zone, -240},  Word{"cst", DateRole::zone, -360},
    Word{"cdt", DateRole::zone, -300},  Word{"mst", DateRole::zone, -420},
    Word{"mdt", DateRole::zone, -360},  Word{"pst", DateRole::zone, -480},
    Word{"pdt", DateRole::zone, -420},  Word{"akst", DateRole::zone, -540},
    Word{"akdt", DateRole::zone, -480}, Word{"hst", DateRole::zone, -600},
    Word{"et", DateRole::vague_zone},   Word{"ct", DateRole::vague_zone},
    Word{"mt", DateRole::vague_zone},   Word{"pt", DateRole::vague_zone},
    Word{"ist", DateRole::vague_zone},  Word{"amt", DateRole::vague_zone},
    Word{"ast", DateRole::vague_zone},  Word{"pkt", DateRole::zone, 300},
    Word{"npt", DateRole::zone, 345},   Word{"wib", DateRole::zone, 420},
    Word{"pht", DateRole::zone, 480},   Word{"awst", DateRole::zone, 480},
    Word{"acst", DateRole::zone, 570},  Word{"acdt", DateRole::zone, 630},
    Word{"trt", DateRole::zone, 180},   Word{"idt", DateRole::zone, 180},
    Word{"eat", DateRole::zone, 180},   Word{"brt", DateRole::zone, -180},
};

using Key = std::pair<DateRole, std::string>;

/// The values that a word may have in a role; two of them mean that it has none.
struct Entry {
  DateMeaning meaning;
  bool is_clear = true;
};

class Lexicon {
 public:
  Lexicon() {
    for (const char* locale : locales) add_locale(locale);
    for (const char* locale : hijri_locales) {
      const Format format = open_format(locale);
      if (format) add_symbols(format.get(), UDAT_MONTHS, DateRole::hijri_month, locale);
    }
    add_all(names, false);
    add_all(english_words, true);
    add_all(other_words, false);
    add_all(eastern_words, false);
    add_all(zones, true);
    for (const auto& [key, entry] : words_) {
      if (is_eastern(code_point_at(key.second, 0).value)) eastern_.push_back(key.second);
    }
  }

  [[nodiscard]] std::optional<DateMeaning> find(std::string_view word, DateRole role) const {
    const Key key{role, std::string(word)};
    for (const auto* entries : {&words_, &beginnings_}) {
      const auto found = entries->find(key);
      if (found != entries->end() && found->second.is_clear) return found->second.meaning;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t prefix(std::string_view text) const {
    std::size_t longest = 0;
    for (const std::string& word : eastern_) {
      if (word.size() > longest && text.starts_with(word)) longest = word.size();
    }
    return longest;
  }

 private:
  using Entries = std::map<Key, Entry>;

  static void add(Entries& entries, std::string word, DateRole role, DateMeaning meaning) {
    const auto [entry, is_new] = entries.try_emplace({role, std::move(word)}, Entry{meaning});
    if (is_new) return;
    entry->second.is_clear &= entry->second.meaning.value == meaning.value;
    entry->second.meaning.english |= meaning.english;
  }

  template <std::size_t size>
  void add_all(const std::array<Word, size>& words, bool english) {
    for (const Word& word : words) add(words_, word.text, word.role, {word.value, english});
  }

  using Format = std::unique_ptr<UDateFormat, decltype(&udat_close)>;

  /// nullptr when ICU has no such locale.
  static Format open_format(const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    return {udat_open(UDAT_NONE, UDAT_LONG, locale, nullptr, 0, nullptr, 0, &status), udat_close};
  }

  void add_locale(const char* locale) {
    const Format format = open_format(locale);
    if (!format) return;
    for (const auto symbols :
         {UDAT_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_STANDALONE_SHORT_MONTHS}) {
      add_symbols(format.get(), symbols, DateRole::month, locale);
    }
    for (const auto symbols : {UDAT_WEEKDAYS, UDAT_SHORT_WEEKDAYS}) {
      add_symbols(format.get(), symbols, DateRole::weekday, locale);
    }
    add_symbols(format.get(), UDAT_AM_PMS, DateRole::half, locale);
  }

  void add_symbols(const UDateFormat* format, UDateFormatSymbolType symbols, DateRole role,
                   const std::string& locale) {
    for (int i = 0; i < udat_countSymbols(format, symbols); ++i) {
      const std::string word = symbol(format, symbols, i);
      if (word.find_first_of("0123456789") != std::string::npos || word.empty()) continue;
      const bool of_month = role == DateRole::month || role == DateRole::hijri_month;
      const int value = of_month ? i + 1 : role == DateRole::half ? 12 * i : 0;
      const DateMeaning meaning{value, locale == "en"};
      add(words_, word, role, meaning);
      const bool may_be_cut = role == DateRole::month || role == DateRole::weekday;
      if (may_be_cut) add_beginnings(word, role, meaning);
    }
  }

  void add_beginnings(const std::string& word, DateRole role, DateMeaning meaning) {
    constexpr std::size_t shortest = 3;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
      if (letters >= shortest) add(beginnings_, word.substr(0, at), role, meaning);
      at += code_point_at(word, at).length;
    }
  }

  /// Folded, without dots, and with one space between words.
  static std::string symbol(const UDateFormat* format, UDateFormatSymbolType symbols, int index) {
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 64> buffer{};
    const auto length =
        udat_getSymbols(format, symbols, index, buffer.data(), buffer.size(), &status);
    std::string name;
    if (U_SUCCESS(status)) icu::UnicodeString(buffer.data(), length).toUTF8String(name);
    std::replace(name.begin(), name.end(), '-', ' ');
    std::erase(name, '.');
    name = collapse_spaces(name);
    std::string folded;
    for (std::size_t start = 0; start < name.size();) {
      const std::size_t end = std::min(name.find(' ', start), name.size());
      if (start != 0) folded += ' ';
      fold_word(std::string_view(name).substr(start, end - start), folded);
      start = end + 1;
    }
    return folded;
  }

  Entries words_;
  Entries beginnings_;
  std::vector<std::string> eastern_;  ///< those of scripts without spaces
};

const Lexicon& lexicon() {
  static const Lexicon built;
  return built;
}

}  // namespace

bool is_eastern(char32_t letter) {
  return (letter >= 0x3041 && letter <= 0x9FFF) || (letter >= 0xAC00 && letter <= 0xD7A3);
}

std::optional<DateMeaning> date_word(std::string_view word, DateRole role) {
  return lexicon().find(word, role);
}

std::size_t date_word_prefix(std::string_view text) { return lexicon().prefix(text); }

}  // namespace backfile
