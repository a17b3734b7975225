#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/analyser.h"
#include "common/article.h"

namespace backfile {

/// A form that occurs in an archive, by its number.
using FormId = std::size_t;
using Forms = std::set<FormId>;

/// The forms at each position of a title, a summary, a body or a name. A phrase stays within it.
using Stretch = std::vector<std::vector<FormId>>;

/// Where words are looked for.
enum class Scope : std::uint8_t { text, title, author };
inline constexpr std::size_t scopes = 3;

/// An article as its words.
struct ReadArticle {
  std::size_t language = 0;                            ///< its number in the archive
  std::array<std::vector<Stretch>, scopes> stretches;  ///< of each scope

  [[nodiscard]] const std::vector<Stretch>& in(Scope scope) const {
    return stretches[static_cast<std::size_t>(scope)];
  }
};

/// Articles read word by word, with the analysis that indexes them.
class WordArchive {
 public:
  explicit WordArchive(const std::vector<Article>& articles);

  [[nodiscard]] const std::vector<ReadArticle>& articles() const { return articles_; }
  [[nodiscard]] std::size_t languages() const { return languages_.size(); }
  [[nodiscard]] std::size_t forms() const { return forms_.size(); }
  [[nodiscard]] Analyser& analyser() { return analyser_; }

  [[nodiscard]] const std::string& text(FormId form) const { return forms_[form].text; }
  [[nodiscard]] const std::u32string& letters(FormId form) const { return forms_[form].letters; }

  /// How many articles have the form in the scope.
  [[nodiscard]] std::size_t frequency(FormId form, Scope scope) const;

  /// The forms that are exactly `text`: of a word, a number, a sign …
  [[nodiscard]] Forms exactly(const std::string& text) const;

  /// The forms that have the stem of the word `text` in a language.
  Forms with_stem_of(const std::string& text, std::size_t language);

  /// How articles write `form` with hyphens: its parts.
  [[nodiscard]] std::set<std::vector<std::string>> hyphenated(const std::string& form) const;

 private:
  struct Form {
    std::string text;
    std::u32string letters;
    bool stemmed = false;
    std::array<std::size_t, scopes> articles{};  ///< that have it
  };

  /// Hyphens in people's names say nothing of how words are spelled.
  enum class Hyphens : bool { pass, note };

  void read(const Article& article);
  Stretch read(std::string_view text, Hyphens hyphens);
  FormId form_of(const Token& token);
  std::size_t language_of(const Article& article);
  void count(const ReadArticle& article);
  void stem_all();

  Analyser analyser_;
  std::vector<ReadArticle> articles_;
  std::vector<std::string> languages_;
  std::vector<Form> forms_;
  std::map<std::pair<std::string, bool>, FormId> form_ids_;  ///< by text and whether it is stemmed
  std::vector<std::map<std::string, Forms>> stems_;          ///< of each language
  std::map<std::string, std::set<std::vector<std::string>>> hyphenated_;
};

/// The parts of "well-being".
std::vector<std::string> split_hyphens(std::string_view hyphenated);

}  // namespace backfile
