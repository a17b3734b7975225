#pragma once

#include <span>
#include <string_view>

namespace backfile {

/// A language with a stemmer in libstemmer.
struct StemmedLanguage {
  std::string_view code;     ///< ISO 639-1, "en"
  std::string_view name;     ///< English name, "English"
  std::string_view stemmer;  ///< libstemmer's algorithm, "english"
};

/// Every language that libstemmer 2.2 has an algorithm for, by code.
std::span<const StemmedLanguage> stemmed_languages();

/// nullptr when libstemmer has no algorithm for it.
const StemmedLanguage* find_stemmed_language(std::string_view code);

}  // namespace backfile
