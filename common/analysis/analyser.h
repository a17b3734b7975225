#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace backfile {

/// What a token is; postings, query builder and snippets treat the kinds differently.
enum class TokenKind : std::uint8_t {
  word,      ///< a word, also kept-together ones: "at&t", "c++", "us" (U.S.), "obrien" (O'Brien)
  number,    ///< begins with a digit: "2021", "3.5", "7.5m"; not stemmed
  compound,  ///< a hyphenated word spelled as one ("wellbeing" for well-being); its parts are
             ///< tokens of their own, the first at the same position
  sign,      ///< a word together with the sign before it, beside the word itself at the same
             ///< position: "#metoo", "@bbcnews", "£7.5m"; not stemmed
  unigram,   ///< one character of a script written without spaces (Han, kana); not stemmed
  bigram     ///< two such characters side by side; a run of n characters has n-1; not stemmed
};

/// One indexed form of a stretch of text.
struct Token {
  std::string_view form;        ///< folded: NFKC, lower case, no diacritics, never stemmed; UTF-8,
                                ///< never empty. Valid until the next token.
  std::string_view hyphenated;  ///< of a compound: its parts joined by '-' ("well-being")
  std::uint32_t position = 0;   ///< counted from 0, one for each word or character of a run
  std::uint32_t begin = 0;      ///< byte range in the original text
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;
};

/// The one analysis, for articles, queries and highlighting: text → words → folded forms → stems.
/// Tokens do not depend on the language, stems do. Cheap to keep, dear to make (stem cache): make
/// one for each thread and reuse it. Not thread-safe.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Starts on `text`, which must outlive the reading; up to 4 GiB. Any bytes are accepted: what
  /// is not UTF-8 separates words.
  void read(std::string_view text);

  /// The next token into `token`, in rising position and, within one position, the word before
  /// its compound and sign forms; false at the end of the text.
  bool next(Token& token);

  /// The language of the stems from now on: an ISO 639-1 code. A language that libstemmer does not
  /// know leaves words as they are. Each language keeps its own cache.
  void set_language(std::string_view code);

  /// The stem of a token's form; the form itself for kinds that are not stemmed. Stems come from
  /// the folded form, so that searches with and without diacritics agree. Valid until the next
  /// call.
  std::string_view stem(std::string_view form, TokenKind kind = TokenKind::word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Analyser's own version: raised whenever the same text would give other terms. Kept in the
/// index, so that a searcher never reads an index with the wrong analysis.
inline constexpr int analyser_version = 1;

}  // namespace backfile
