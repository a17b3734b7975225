#pragma once

#include <optional>
#include <string_view>

#include "common/field.h"

namespace backfile {

/// What a key of a record or a column of a table holds, as far as its name tells.
struct KeyMeaning {
  FieldId field;
  int rank;  ///< of two keys for one field the one with the smaller rank is believed
};

/// What `path`, keys joined by dots, usually holds: "headline", "datePublished", "source.name",
/// "_source.title", "content.rendered"; nullopt for any other. Case, "_", "-" and a prefix as in
/// "dc:title" make no difference. The names are those of schema.org's NewsArticle, ninjs, NewsAPI,
/// WordPress and the news data sets in public use.
std::optional<KeyMeaning> meaning_of_key(std::string_view path);

/// Whether `key` usually holds a list of articles ("articles", "response", "docs").
bool is_list_key(std::string_view key);

}  // namespace backfile
