#include "indexer/readers/html/labels.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Whole lines, as name_key has them, without a colon at the end.
constexpr std::array lines{
    "advertisement"sv,
    "advertisement - scroll to continue"sv,
    "ad"sv,
    "anzeige"sv,
    "werbung"sv,
    "publicite"sv,
    "publicidad"sv,
    "publicidade"sv,
    "pubblicita"sv,
    "advertentie"sv,
    "annons"sv,
    "annonse"sv,
    "reklama"sv,
    "реклама"sv,
    "iklan"sv,
    "related"sv,
    "related articles"sv,
    "related coverage"sv,
    "related content"sv,
    "related news"sv,
    "related stories"sv,
    "related topics"sv,
    "read more"sv,
    "read also"sv,
    "also read"sv,
    "read next"sv,
    "see also"sv,
    "recommended"sv,
    "more stories"sv,
    "share"sv,
    "share this"sv,
    "share this article"sv,
    "comments"sv,
    "leave a comment"sv,
    "sign up"sv,
    "subscribe"sv,
    "mehr zum thema"sv,
    "lesen sie auch"sv,
    "lesen sie mehr"sv,
    "weiterlesen"sv,
    "auch interessant"sv,
    "empfohlener redaktioneller inhalt"sv,
    "externen inhalt anzeigen"sv,
    "externer inhalt"sv,
    "lire aussi"sv,
    "a lire aussi"sv,
    "lire la suite"sv,
    "leer mas"sv,
    "lee tambien"sv,
    "te puede interesar"sv,
    "leggi anche"sv,
    "leia tambem"sv,
    "leia mais"sv,
    "lees ook"sv,
    "las mer"sv,
    "les ogsa"sv,
    "les mer"sv,
    "czytaj wiecej"sv,
    "czytaj takze"sv,
    "zobacz takze"sv,
    "читайте также"sv,
    "читайте також"sv,
    "taip pat skaitykite"sv,
    "baca juga"sv,
    "関連記事"sv,
    "【関連記事】"sv,
    "相关阅读"sv,
    "اقرأ أيضا"sv,
};

/// Headings, as name_key has them, without figures and brackets.
constexpr std::array comments{
    "comment"sv,       "comments"sv,       "leave a comment"sv,
    "leave a reply"sv, "post a comment"sv, "reader comments"sv,
    "kommentar"sv,     "kommentare"sv,     "leserkommentare"sv,
    "commentaires"sv,  "comentarios"sv,    "commenti"sv,
    "komentarze"sv,    "reacties"sv,       "комментарии"sv,
    "التعليقات"sv,     "コメント"sv,       "评论"sv,
};

/// How lines begin that ask the reader for something.
constexpr std::array beginnings{"sign up for "sv,
                                "sign up to "sv,
                                "subscribe to "sv,
                                "subscribe now"sv,
                                "follow us on "sv,
                                "click here to "sv,
                                "get the latest "sv,
                                "download our "sv,
                                "read more: "sv,
                                "read also: "sv,
                                "also read: "sv,
                                "related: "sv,
                                "see also: "sv,
                                "lesen sie auch: "sv,
                                "lesen sie hier: "sv,
                                "mehr zum thema: "sv,
                                "lire aussi : "sv,
                                "lire aussi: "sv,
                                "leggi anche: "sv,
                                "leia tambem: "sv,
                                "lea tambien: "sv,
                                "lees ook: "sv,
                                "baca juga: "sv,
                                "читайте также: "sv,
                                "an dieser stelle finde"sv,
                                "ich bin damit einverstanden, dass mir "sv,
                                "personenbezogene daten konnen an drittplattformen"sv};

}  // namespace

bool is_label(std::string_view line) {
  constexpr std::size_t longest = 600;
  if (line.size() > longest) return false;
  if (line.starts_with("©")) return true;  // a notice of copyright
  std::string key = name_key(line);
  if (std::any_of(beginnings.begin(), beginnings.end(),
                  [&](std::string_view start) { return key.starts_with(start); })) {
    return true;
  }
  while (key.ends_with(':') || key.ends_with(' ')) key.pop_back();
  return std::find(lines.begin(), lines.end(), key) != lines.end();
}

bool is_comments_heading(std::string_view heading) {
  constexpr std::size_t longest = 60;
  if (heading.size() > longest) return false;
  std::string words;
  for (const char c : heading)
    words += std::string_view("0123456789()[]:").find(c) != std::string_view::npos ? ' ' : c;
  return std::find(comments.begin(), comments.end(), name_key(words)) != comments.end();
}

}  // namespace backfile
