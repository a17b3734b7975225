#include "searcher/suggest/nearest_values.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/terms.h"
#include "common/text/fold.h"
#include "searcher/query/vocabulary.h"
#include "searcher/suggest/letters.h"

namespace backfile {
namespace {

struct NearValue {
  std::string key;
  int edits;
  Xapian::doccount articles;
};

bool nearer(const NearValue& a, const NearValue& b) {
  if (a.edits != b.edits) return a.edits < b.edits;
  return a.articles != b.articles ? a.articles > b.articles : a.key < b.key;
}

/// The words of a key, with one space before, between and behind them.
std::string words_of(std::string_view key) {
  std::string words = " ";
  for (const char c : key) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (letter) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

bool has_words(const std::string& all, const std::string& some) {
  return some.size() > 2 && all.find(some) != std::string::npos;
}

/// Papers are called with and without it.
std::string_view without_article(std::string_view key) {
  constexpr std::string_view article = "the ";
  return key.starts_with(article) ? key.substr(article.size()) : key;
}

/// Whether the one is what the other begins with: "en" of "english".
bool begins(std::string_view all, std::string_view begin) {
  begin.remove_suffix(1);
  return begin.size() > 2 && all.starts_with(begin);
}

/// What a user typed where a value stands.
class Typed {
 public:
  explicit Typed(const std::string& key)
      : words_(words_of(key)),
        letters_(letters_of(without_article(key))),
        most_(std::max(1, static_cast<int>(letters_.size() / 3))) {}

  /// The edits to `key`, none when one has the other's words; more than `most` when it is far.
  [[nodiscard]] int edits_to(std::string_view key) const {
    const std::string words = words_of(key);
    if (has_words(words, words_) || has_words(words_, words)) return 0;
    if (begins(words, words_) || begins(words_, words)) return 1;
    return edit_distance(letters_, letters_of(without_article(key)), most_);
  }

  [[nodiscard]] int most() const { return most_; }

 private:
  std::string words_;
  std::u32string letters_;
  int most_;
};

/// What a key of the field is called.
std::string name_of(const Xapian::Database& database, const Field& field, const std::string& key) {
  const std::string name = database.get_metadata(display_name_key(value_prefix(field), key));
  return name.empty() ? key : name;
}

/// The key in a term: behind the prefix, and the colon that some values need.
std::string_view key_in(std::string_view term, std::string_view prefix) {
  term.remove_prefix(prefix.size());
  if (term.starts_with(':')) term.remove_prefix(1);
  return term;
}

}  // namespace

std::vector<std::string> nearest_values(const Xapian::Database& database, const Field& field,
                                        std::string_view value, std::size_t most) {
  const Typed typed(name_key(value));
  const std::string prefix(value_prefix(field));
  std::vector<NearValue> near;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string text = *term;
    const std::string_view key = key_in(text, prefix);
    const int edits = typed.edits_to(key);
    if (edits <= typed.most()) near.push_back({std::string(key), edits, term.get_termfreq()});
  }
  std::sort(near.begin(), near.end(), nearer);
  near.resize(std::min(near.size(), most));
  std::vector<std::string> names;
  for (const NearValue& each : near) names.push_back(name_of(database, field, each.key));
  return names;
}

}  // namespace backfile
