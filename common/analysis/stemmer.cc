#include "common/analysis/stemmer.h"

#include <libstemmer.h>

#include <string>

#include "common/error.h"

namespace backfile {

Stemmer::Stemmer(const StemmedLanguage& language)
    : algorithm_(sb_stemmer_new(std::string(language.stemmer).c_str(), "UTF_8"),
                 sb_stemmer_delete) {
  if (!algorithm_) {
    throw Error(ErrorCode::internal, "libstemmer has no stemmer for " + std::string(language.name),
                "install the package libstemmer0d again");
  }
}

std::string_view Stemmer::stem(std::string_view form) {
  if (const auto known = cache_.find(form)) return *known;
  return cache_.add(form, compute(form));
}

std::string_view Stemmer::compute(std::string_view form) {
  const auto* symbols = reinterpret_cast<const sb_symbol*>(form.data());
  const sb_symbol* stem = sb_stemmer_stem(algorithm_.get(), symbols, static_cast<int>(form.size()));
  if (stem == nullptr) throw Error(ErrorCode::out_of_memory, "No memory left to stem a word");
  const auto length = static_cast<std::size_t>(sb_stemmer_length(algorithm_.get()));
  return length == 0 ? form : std::string_view(reinterpret_cast<const char*>(stem), length);
}

}  // namespace backfile
