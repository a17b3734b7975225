#include "common/analysis/languages.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

constexpr std::array languages{
    StemmedLanguage{"ar", "Arabic", "arabic"},
    StemmedLanguage{"ca", "Catalan", "catalan"},
    StemmedLanguage{"da", "Danish", "danish"},
    StemmedLanguage{"de", "German", "german"},
    StemmedLanguage{"el", "Greek", "greek"},
    StemmedLanguage{"en", "English", "english"},
    StemmedLanguage{"es", "Spanish", "spanish"},
    StemmedLanguage{"eu", "Basque", "basque"},
    StemmedLanguage{"fi", "Finnish", "finnish"},
    StemmedLanguage{"fr", "French", "french"},
    StemmedLanguage{"ga", "Irish", "irish"},
    StemmedLanguage{"hi", "Hindi", "hindi"},
    StemmedLanguage{"hu", "Hungarian", "hungarian"},
    StemmedLanguage{"hy", "Armenian", "armenian"},
    StemmedLanguage{"id", "Indonesian", "indonesian"},
    StemmedLanguage{"it", "Italian", "italian"},
    StemmedLanguage{"lt", "Lithuanian", "lithuanian"},
    StemmedLanguage{"nb", "Norwegian Bokmål", "norwegian"},
    StemmedLanguage{"ne", "Nepali", "nepali"},
    StemmedLanguage{"nl", "Dutch", "dutch"},
    StemmedLanguage{"nn", "Norwegian Nynorsk", "norwegian"},
    StemmedLanguage{"no", "Norwegian", "norwegian"},
    StemmedLanguage{"pt", "Portuguese", "portuguese"},
    StemmedLanguage{"ro", "Romanian", "romanian"},
    StemmedLanguage{"ru", "Russian", "russian"},
    StemmedLanguage{"sr", "Serbian", "serbian"},
    StemmedLanguage{"sv", "Swedish", "swedish"},
    StemmedLanguage{"ta", "Tamil", "tamil"},
    StemmedLanguage{"tr", "Turkish", "turkish"},
    StemmedLanguage{"yi", "Yiddish", "yiddish"},
};

constexpr bool by_code(const StemmedLanguage& a, const StemmedLanguage& b) {
  return a.code < b.code;
}
static_assert(std::is_sorted(languages.begin(), languages.end(), by_code));

}  // namespace

std::span<const StemmedLanguage> stemmed_languages() { return languages; }

const StemmedLanguage* find_stemmed_language(std::string_view code) {
  const auto* found =
      std::lower_bound(languages.begin(), languages.end(), StemmedLanguage{code, {}, {}}, by_code);
  return found != languages.end() && found->code == code ? found : nullptr;
}

}  // namespace backfile
