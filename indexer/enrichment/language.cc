#include "indexer/enrichment/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

struct Synonym {
  std::string_view code;
  std::string_view iso;
};

/// The bibliographic codes of ISO 639-2, which ICU does not know, and codes that were withdrawn but
/// that CLD2 and old data use.
constexpr std::array synonyms{
    Synonym{"alb", "sq"}, Synonym{"arm", "hy"}, Synonym{"baq", "eu"}, Synonym{"bur", "my"},
    Synonym{"chi", "zh"}, Synonym{"cze", "cs"}, Synonym{"dut", "nl"}, Synonym{"fre", "fr"},
    Synonym{"geo", "ka"}, Synonym{"ger", "de"}, Synonym{"gre", "el"}, Synonym{"ice", "is"},
    Synonym{"mac", "mk"}, Synonym{"mao", "mi"}, Synonym{"may", "ms"}, Synonym{"per", "fa"},
    Synonym{"rum", "ro"}, Synonym{"slo", "sk"}, Synonym{"tib", "bo"}, Synonym{"wel", "cy"},
    Synonym{"iw", "he"},  Synonym{"in", "id"},  Synonym{"ji", "yi"},  Synonym{"jw", "jv"},
    Synonym{"mo", "ro"},  Synonym{"nb", "no"},  Synonym{"tl", "fil"}, Synonym{"cmn", "zh"},
};

/// Folded names of all languages with a code of two letters, in English and in themselves.
std::unordered_map<std::string, std::string> names_of_languages() {
  std::unordered_map<std::string, std::string> names;
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (std::string_view(*code).size() != 2) continue;
    const icu::Locale language(*code);
    for (const icu::Locale& in : {icu::Locale::getEnglish(), language}) {
      icu::UnicodeString name;
      language.getDisplayLanguage(in, name);
      std::string utf8;
      name.toUTF8String(utf8);
      names.emplace(name_key(utf8), *code);
    }
  }
  return names;
}

std::string code_of_name(std::string_view name) {
  static const std::unordered_map<std::string, std::string> names = names_of_languages();
  const auto found = names.find(name_key(name));
  return found == names.end() ? std::string() : found->second;
}

std::string_view modern(std::string_view code) {
  const auto* synonym = std::find_if(synonyms.begin(), synonyms.end(),
                                     [&](const Synonym& entry) { return entry.code == code; });
  return synonym == synonyms.end() ? code : synonym->iso;
}

bool is_known_code(std::string_view code) {
  const char* const* known = uloc_getISOLanguages();
  while (*known != nullptr && code != *known) ++known;
  return *known != nullptr;
}

/// "eng" → "en", by ICU.
std::string shortened(std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_LANG_CAPACITY> buffer{};
  uloc_getLanguage(std::string(code).c_str(), buffer.data(), buffer.size(), &status);
  return U_SUCCESS(status) ? std::string(buffer.data()) : std::string(code);
}

/// A script that belongs to one language.
struct Script {
  char32_t first;
  char32_t last;
  std::string_view language;
};

constexpr std::array scripts{
    Script{0x3041, 0x30FF, "ja"}, Script{0xAC00, 0xD7A3, "ko"}, Script{0x0E01, 0x0E5B, "th"},
    Script{0x0370, 0x03FF, "el"}, Script{0x0590, 0x05FF, "he"}, Script{0x0530, 0x058F, "hy"},
    Script{0x10A0, 0x10FF, "ka"}, Script{0x0B80, 0x0BFF, "ta"}, Script{0x0C00, 0x0C7F, "te"},
    Script{0x0E80, 0x0EFF, "lo"}, Script{0x1780, 0x17FF, "km"}, Script{0x0D80, 0x0DFF, "si"},
};

/// The language whose own script takes an eighth of the characters of `text` or more: this tells
/// Japanese that is full of English product names, where CLD2 hesitates.
std::string by_script(std::string_view text) {
  std::array<std::size_t, scripts.size()> counts{};
  std::size_t all = 0;
  for (std::size_t at = 0; at < text.size(); ++all) {
    const CodePoint point = code_point_at(text, at);
    at += point.length;
    for (std::size_t i = 0; i < scripts.size(); ++i) {
      if (point.value >= scripts[i].first && point.value <= scripts[i].last) ++counts[i];
    }
  }
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    if (counts[i] * 8 >= all && all != 0) return std::string(scripts[i].language);
  }
  return {};
}

}  // namespace

std::string language_code(std::string_view name) {
  std::string tag(trim(name.substr(0, name.find_first_of(",;("))));
  const std::size_t end = tag.find_first_of("-_");
  std::string code = tag.substr(0, end);
  for (char& c : code) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (code.size() == 2 || code.size() == 3) {
    const std::string iso = shortened(modern(code));
    if (is_known_code(iso)) return std::string(modern(iso));
  }
  return std::string(modern(code_of_name(tag)));
}

std::string detect_language(std::string_view text) {
  text = utf8_prefix(text, language_sample);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language language =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                     languages.data(), percents.data(), &bytes, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return by_script(text);
  return language_code(CLD2::LanguageCode(language));
}

}  // namespace backfile
