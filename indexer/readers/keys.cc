#include "indexer/readers/keys.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace backfile {
namespace {

using namespace std::string_view_literals;

struct Name {
  std::string_view key;  ///< lower case, letters and digits only
  FieldId field;
  int rank;
};

constexpr std::array names{
    Name{"headline", FieldId::title, 0},
    Name{"headlines", FieldId::title, 0},
    Name{"title", FieldId::title, 1},
    Name{"header", FieldId::title, 2},
    Name{"heading", FieldId::title, 2},
    Name{"titletext", FieldId::title, 2},
    Name{"articletitle", FieldId::title, 2},
    Name{"webtitle", FieldId::title, 2},

    Name{"contentoriginal", FieldId::body, 0},
    Name{"originalcontent", FieldId::body, 0},
    Name{"body", FieldId::body, 1},
    Name{"text", FieldId::body, 1},
    Name{"content", FieldId::body, 1},
    Name{"maintext", FieldId::body, 1},
    Name{"article", FieldId::body, 1},
    Name{"articlebody", FieldId::body, 1},
    Name{"articletext", FieldId::body, 1},
    Name{"articlecontent", FieldId::body, 1},
    Name{"fulltext", FieldId::body, 1},
    Name{"bodytext", FieldId::body, 1},
    Name{"textbody", FieldId::body, 1},
    Name{"contenttext", FieldId::body, 1},
    Name{"cleanedtext", FieldId::body, 1},
    Name{"plaintext", FieldId::body, 1},
    Name{"story", FieldId::body, 1},
    Name{"bodies", FieldId::body, 1},
    Name{"bodyhtml", FieldId::body, 2},
    Name{"bodyxhtml", FieldId::body, 2},
    Name{"contenthtml", FieldId::body, 2},

    Name{"outlet", FieldId::outlet, 0},
    Name{"newspaper", FieldId::outlet, 1},
    Name{"publisher", FieldId::outlet, 2},
    Name{"publication", FieldId::outlet, 2},
    Name{"publicationname", FieldId::outlet, 2},
    Name{"publishername", FieldId::outlet, 2},
    Name{"outletname", FieldId::outlet, 2},
    Name{"sourcename", FieldId::outlet, 3},
    Name{"source", FieldId::outlet, 4},
    Name{"newssource", FieldId::outlet, 4},
    Name{"sitename", FieldId::outlet, 5},
    Name{"site", FieldId::outlet, 5},
    Name{"website", FieldId::outlet, 6},
    Name{"provider", FieldId::outlet, 6},
    Name{"domain", FieldId::outlet, 7},
    Name{"sourcedomain", FieldId::outlet, 7},
    Name{"copyrightholder", FieldId::outlet, 7},
    Name{"sourceurl", FieldId::outlet, 8},

    Name{"datepublished", FieldId::date, 0},
    Name{"publisheddate", FieldId::date, 0},
    Name{"published", FieldId::date, 0},
    Name{"publishdate", FieldId::date, 0},
    Name{"publishedat", FieldId::date, 0},
    Name{"publishedon", FieldId::date, 0},
    Name{"publishedtime", FieldId::date, 0},
    Name{"publishtime", FieldId::date, 0},
    Name{"pubdate", FieldId::date, 0},
    Name{"publicationdate", FieldId::date, 0},
    Name{"webpublicationdate", FieldId::date, 0},
    Name{"dategmt", FieldId::date, 1},
    Name{"date", FieldId::date, 1},
    Name{"contentcreated", FieldId::date, 2},
    Name{"firstcreated", FieldId::date, 2},
    Name{"versioncreated", FieldId::date, 3},
    Name{"datetime", FieldId::date, 3},
    Name{"timestamp", FieldId::date, 4},
    Name{"datecreated", FieldId::date, 4},
    Name{"createdat", FieldId::date, 4},
    Name{"dateextracted", FieldId::date, 9},

    Name{"authors", FieldId::author, 0},
    Name{"author", FieldId::author, 1},
    Name{"authorname", FieldId::author, 2},
    Name{"byline", FieldId::author, 2},
    Name{"by", FieldId::author, 2},
    Name{"writer", FieldId::author, 3},
    Name{"writers", FieldId::author, 3},
    Name{"creator", FieldId::author, 3},

    Name{"topics", FieldId::topic, 0},
    Name{"topic", FieldId::topic, 0},
    Name{"categories", FieldId::topic, 1},
    Name{"category", FieldId::topic, 1},
    Name{"subjects", FieldId::topic, 1},
    Name{"subject", FieldId::topic, 1},
    Name{"tags", FieldId::topic, 2},
    Name{"keywords", FieldId::topic, 2},

    Name{"section", FieldId::section, 0},
    Name{"articlesection", FieldId::section, 0},
    Name{"sectionname", FieldId::section, 0},

    Name{"url", FieldId::url, 0},
    Name{"canonical", FieldId::url, 1},
    Name{"canonicalurl", FieldId::url, 1},
    Name{"articleurl", FieldId::url, 1},
    Name{"weburl", FieldId::url, 1},
    Name{"link", FieldId::url, 2},
    Name{"permalink", FieldId::url, 2},
    Name{"mainentityofpage", FieldId::url, 3},

    Name{"id", FieldId::id, 0},
    Name{"articleid", FieldId::id, 0},
    Name{"uuid", FieldId::id, 1},
    Name{"guid", FieldId::id, 1},
    Name{"docid", FieldId::id, 1},
    Name{"uri", FieldId::id, 2},

    Name{"language", FieldId::language, 0},
    Name{"lang", FieldId::language, 0},
    Name{"inlanguage", FieldId::language, 0},
    Name{"languagecode", FieldId::language, 0},
    Name{"locale", FieldId::language, 1},

    Name{"standfirst", FieldId::summary, 0},
    Name{"lede", FieldId::summary, 0},
    Name{"summary", FieldId::summary, 0},
    Name{"abstract", FieldId::summary, 1},
    Name{"subtitle", FieldId::summary, 1},
    Name{"excerpt", FieldId::summary, 1},
    Name{"description", FieldId::summary, 2},
    Name{"descriptions", FieldId::summary, 2},
    Name{"descriptiontext", FieldId::summary, 2},
};

/// Objects that only wrap an article ("_source" in Elasticsearch's answers, "fields" in others).
constexpr std::array wrappers{"fields"sv,   "attributes"sv, "document"sv, "doc"sv,  "article"sv,
                              "newsitem"sv, "item"sv,       "post"sv,     "story"sv};

/// Keys under which an object says the value that it stands for.
constexpr std::array value_keys{"name"sv,     "value"sv,       "text"sv,  "rendered"sv, "t"sv,
                                "fullname"sv, "displayname"sv, "label"sv, "main"sv,     "term"sv,
                                "id"sv,       "content"sv,     "title"sv};

constexpr std::array list_keys{"articles"sv,  "docs"sv,    "items"sv,    "results"sv, "data"sv,
                               "hits"sv,      "entries"sv, "stories"sv,  "posts"sv,   "news"sv,
                               "documents"sv, "records"sv, "response"sv, "value"sv,   "feed"sv,
                               "entry"sv,     "channel"sv, "item"sv,     "rss"sv,     "rows"sv};

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

/// Lower case, letters, digits and dots only, without a prefix as in "dc:title".
std::string plain(std::string_view key) {
  if (const std::size_t colon = key.rfind(':'); colon != std::string_view::npos) {
    key.remove_prefix(colon + 1);
  }
  std::string out;
  for (const char c : key) {
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || (c & 0x80) != 0) {
      out += c;
    }
  }
  return out;
}

std::optional<KeyMeaning> meaning_of_name(std::string_view key) {
  const auto* name =
      std::find_if(names.begin(), names.end(), [&](const Name& entry) { return entry.key == key; });
  if (name == names.end()) return std::nullopt;
  return KeyMeaning{name->field, name->rank};
}

/// Whether key `inner` of an object says the value of `field` that the object stands for:
/// a publisher's name does, an author's title or a source's id does not.
bool says_value(std::string_view inner, FieldId field) {
  if (!is_one_of(value_keys, inner)) return false;
  if (inner == "id") return field == FieldId::url;  // schema.org: mainEntityOfPage.@id
  if (inner == "title" || inner == "content") return field == FieldId::topic;
  if (inner == "name") return field != FieldId::title && field != FieldId::body;
  return true;
}

}  // namespace

std::optional<KeyMeaning> meaning_of_key(std::string_view path) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return meaning_of_name(plain(path));
  const std::string outer = plain(path.substr(0, dot));
  const std::string_view rest = path.substr(dot + 1);
  if (path.starts_with("_source.") || is_one_of(wrappers, outer)) return meaning_of_key(rest);
  const auto meaning = meaning_of_name(outer);
  return meaning && says_value(plain(rest), meaning->field) ? meaning : std::nullopt;
}

bool is_list_key(std::string_view key) { return is_one_of(list_keys, plain(key)); }

}  // namespace backfile
