#pragma once

#include <memory>
#include <string_view>

#include "common/analysis/languages.h"
#include "common/analysis/stem_cache.h"

struct sb_stemmer;

namespace backfile {

/// The stemmer of one language with its cache. Not thread-safe.
class Stemmer {
 public:
  /// Throws Error when libstemmer cannot make it.
  explicit Stemmer(const StemmedLanguage& language);

  /// The stem of a folded word: the word itself when libstemmer leaves nothing of it. Valid until
  /// the next call.
  std::string_view stem(std::string_view form);

 private:
  std::string_view compute(std::string_view form);

  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> algorithm_;
  StemCache cache_;
};

}  // namespace backfile
