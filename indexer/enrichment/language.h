#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// The ISO 639-1 code of a language as data name it: "en", "en-GB", "en_US", "eng", "English",
/// "Deutsch", "zh-Hant" → "zh"; "" when it is not a language we know. Languages without a code of
/// two letters keep that of three ("fil").
std::string language_code(std::string_view name);

/// The language of a text, by CLD2, or by its script where CLD2 is not sure; "" when neither can
/// tell. Looks at the first 4 KB. Takes well-formed UTF-8.
std::string detect_language(std::string_view text);

}  // namespace backfile
