#include "common/analysis/stopwords.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/analysis/stopword_lists.h"

namespace backfile {
namespace {

constexpr std::size_t count_of(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

/// The words of `list`, sorted by the compiler, so that no program pays for them at its start.
template <const std::string_view& list>
constexpr auto sorted_words = [] {
  std::array<std::string_view, count_of(list)> words;
  std::string_view rest = list;
  for (std::string_view& word : words) {
    word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  std::sort(words.begin(), words.end());
  return words;
}();

struct List {
  std::string_view language;
  std::span<const std::string_view> words;
};

constexpr std::array lists{
    List{"da", sorted_words<stopword_lists::danish>},
    List{"de", sorted_words<stopword_lists::german>},
    List{"en", sorted_words<stopword_lists::english>},
    List{"es", sorted_words<stopword_lists::spanish>},
    List{"fi", sorted_words<stopword_lists::finnish>},
    List{"fr", sorted_words<stopword_lists::french>},
    List{"hu", sorted_words<stopword_lists::hungarian>},
    List{"id", sorted_words<stopword_lists::indonesian>},
    List{"it", sorted_words<stopword_lists::italian>},
    List{"nb", sorted_words<stopword_lists::norwegian>},
    List{"nl", sorted_words<stopword_lists::dutch>},
    List{"nn", sorted_words<stopword_lists::norwegian>},
    List{"no", sorted_words<stopword_lists::norwegian>},
    List{"pt", sorted_words<stopword_lists::portuguese>},
    List{"ro", sorted_words<stopword_lists::romanian>},
    List{"ru", sorted_words<stopword_lists::russian>},
    List{"sv", sorted_words<stopword_lists::swedish>},
};

}  // namespace

bool is_stop_word(std::string_view form, std::string_view language) {
  const auto* list = std::find_if(lists.begin(), lists.end(),
                                  [&](const List& entry) { return entry.language == language; });
  return list != lists.end() && std::binary_search(list->words.begin(), list->words.end(), form);
}

}  // namespace backfile
