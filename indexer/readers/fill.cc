#include "indexer/readers/fill.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "common/text/fold.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

struct Single {
  FieldId field;
  std::string Article::*member;
};

constexpr std::array singles{
    Single{FieldId::title, &Article::title},         Single{FieldId::body, &Article::body},
    Single{FieldId::outlet, &Article::outlet},       Single{FieldId::section, &Article::section},
    Single{FieldId::date, &Article::published_text}, Single{FieldId::language, &Article::language},
    Single{FieldId::summary, &Article::summary},     Single{FieldId::url, &Article::url},
    Single{FieldId::id, &Article::own_id},
};

}  // namespace

void fill(Article& article, FieldId field, std::string text, std::string_view method) {
  const auto* single = std::find_if(singles.begin(), singles.end(),
                                    [&](const Single& entry) { return entry.field == field; });
  if (text.empty() || !(article.*single->member).empty()) return;
  article.*single->member = std::move(text);
  article.found(field, std::string(method));
}

void fill_authors(Article& article, std::string_view byline, std::string_view method) {
  const std::size_t before = article.authors.size();
  std::vector<std::string> authors = split_authors(byline);
  if (authors.size() > 1) {
    std::erase_if(authors, [&](const std::string& author) {
      return name_key(author) == name_key(article.outlet);
    });
  }
  for (std::string& author : authors) add_name(article.authors, std::move(author));
  if (article.authors.size() > before) article.found(FieldId::author, std::string(method));
}

void fill_topic(Article& article, std::string topic, std::string_view method) {
  if (topic.size() == 1) return;
  const std::size_t before = article.topics.size();
  add_name(article.topics, std::move(topic));
  if (article.topics.size() > before) article.found(FieldId::topic, std::string(method));
}

}  // namespace backfile
