#include "common/index/stored_article.h"

#include <cstddef>
#include <cstdint>

#include "common/index/packed.h"

namespace backfile {
namespace {

/// The form of the data, as its first byte.
constexpr char form = 1;

PackedReader opened(std::string_view data) {
  PackedReader reader(data, "an article");
  if (reader.bytes(1)[0] != form) reader.damaged();
  return reader;
}

std::vector<std::string> list_in(PackedReader& data) {
  std::vector<std::string> list;
  for (std::uint64_t count = data.number(); count > 0; --count) list.emplace_back(data.text());
  return list;
}

SourceLocation location_in(PackedReader& data) {
  SourceLocation location;
  location.path = data.text();
  location.member = data.text();
  location.record = data.number();
  return location;
}

/// Everything before the body.
Article read_head(PackedReader& data) {
  Article article;
  article.id = data.text();
  article.own_id = data.text();
  article.url = data.text();
  article.title = data.text();
  article.authors = list_in(data);
  article.outlet = data.text();
  article.section = data.text();
  article.published = Date::from_iso(data.text());
  article.language = data.text();
  article.topics = list_in(data);
  article.summary = data.text();
  return article;
}

/// The part of `data` that says where the article was read.
std::string_view sources_part(std::string_view data) {
  PackedReader reader = opened(data);
  read_head(reader);
  reader.text();
  return reader.rest();
}

}  // namespace

std::string article_content(const Article& article) {
  std::string data(1, form);
  data.reserve(article.body.size() + 1024);
  put_text(data, article.id);
  put_text(data, article.own_id);
  put_text(data, article.url);
  put_text(data, article.title);
  put_list(data, article.authors);
  put_text(data, article.outlet);
  put_text(data, article.section);
  put_text(data, article.published ? article.published->iso() : std::string());
  put_text(data, article.language);
  put_list(data, article.topics);
  put_text(data, article.summary);
  put_text(data, article.body);
  return data;
}

std::string source_content(const SourceLocation& source) {
  std::string data;
  put_text(data, source.path);
  put_text(data, source.member);
  put_number(data, source.record);
  return data;
}

Article stored_article(std::string_view data, WithBody with_body) {
  PackedReader reader = opened(data);
  Article article = read_head(reader);
  const std::string_view body = reader.text();
  if (with_body == WithBody::yes) article.body = body;
  article.source = location_in(reader);
  return article;
}

std::string_view stored_body(std::string_view data) {
  PackedReader reader = opened(data);
  read_head(reader);
  return reader.text();
}

std::vector<SourceLocation> stored_sources(std::string_view data) {
  PackedReader reader(sources_part(data), "an article");
  std::vector<SourceLocation> sources;
  do sources.push_back(location_in(reader));
  while (!reader.at_end());
  return sources;
}

std::string with_sources(std::string_view data, const std::vector<SourceLocation>& sources) {
  std::string changed(data.substr(0, data.size() - sources_part(data).size()));
  for (const SourceLocation& source : sources) changed += source_content(source);
  return changed;
}

}  // namespace backfile
