#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

/// The ISO 639-1 code of a language as data name it: "en", "en-GB", "en_US", "eng", "English",
/// "Deutsch", "zh-Hant" → "zh"; "" when it is not a language we know. Languages without a code of
/// two letters keep that of three ("fil").
std::string language_code(std::string_view name);

/// As many bytes as it takes: more made no archive's languages righter, and CLD2 is slow.
inline constexpr std::size_t language_sample = 1024;

/// The language of a text, by CLD2, or by its script where CLD2 is not sure; "" when neither can
/// tell. Looks at the first `language_sample` bytes. Takes well-formed UTF-8.
std::string detect_language(std::string_view text);

}  // namespace backfile
