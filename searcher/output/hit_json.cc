#include "searcher/output/hit_json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "common/terminal/json_text.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

/// What is unknown is left out.
void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = to_valid_utf8(text);
}

void put(Json& object, const char* key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Json& list = object[key] = Json::array();
  for (const std::string& text : texts) list.push_back(to_valid_utf8(text));
}

/// Ranges of bytes in order, as [start, length] in characters.
Json in_characters(std::string_view text, const std::vector<TextRange>& ranges) {
  Json list = Json::array();
  std::size_t bytes = 0;
  std::size_t characters = 0;
  for (const TextRange& range : ranges) {
    if (range.begin < bytes || range.begin > text.size()) continue;
    characters += count_characters(text.substr(bytes), range.begin - bytes);
    const std::size_t length = count_characters(text.substr(range.begin), range.length);
    list.push_back({characters, length});
    bytes = range.begin;
  }
  return list;
}

void put(Json& object, const char* key, std::string_view text,
         const std::vector<TextRange>& matches) {
  if (!matches.empty()) object[key] = in_characters(text, matches);
}

void put_copies(Json& object, const std::vector<Copy>& copies) {
  for (const Copy& copy : copies) {
    Json& entry = object["copies"].emplace_back(Json::object());
    put(entry, "id", copy.id);
    put(entry, "outlet", copy.outlet);
    if (copy.published) entry["published"] = copy.published->iso();
  }
}

Json article_json(const Article& article) {
  Json object = Json::object();
  put(object, "id", article.id);
  put(object, "title", article.title);
  put(object, "authors", article.authors);
  put(object, "outlet", article.outlet);
  put(object, "section", article.section);
  if (article.published) object["published"] = article.published->iso();
  put(object, "language", article.language);
  put(object, "topics", article.topics);
  put(object, "url", article.url);
  put(object, "source", article.source.display());
  return object;
}

/// Matches go with their text.
Json only(const std::vector<const Column*>& chosen, Json object) {
  if (chosen.empty()) return object;
  Json kept = Json::object();
  for (const auto& entry : object.items()) {
    const std::string& key = entry.key();
    const bool wanted = std::any_of(chosen.begin(), chosen.end(), [&](const Column* column) {
      return key == column->json || key == std::string(column->json) + "_matches";
    });
    if (wanted) kept[key] = entry.value();
  }
  return kept;
}

}  // namespace

Json hit_json(const Hit& hit, const std::vector<const Column*>& chosen) {
  Json object = article_json(hit.article);
  put_copies(object, hit.copies);
  if (std::isfinite(hit.score)) object["score"] = hit.score;
  put(object, "title_matches", hit.article.title, hit.title_matches);
  if (!hit.snippet.text.empty()) {
    object["snippet"] = {{"text", to_valid_utf8(hit.snippet.text)},
                         {"matches", in_characters(hit.snippet.text, hit.snippet.matches)}};
  }
  if (chosen.empty()) return object;
  put(object, "summary", hit.article.summary);
  put(object, "body", hit.article.body);
  return only(chosen, std::move(object));
}

Json whole_json(const Hit& hit, const std::vector<const Column*>& chosen) {
  Json object = article_json(hit.article);
  put(object, "title_matches", hit.article.title, hit.title_matches);
  put(object, "summary", hit.article.summary);
  put(object, "body", hit.article.body);
  put(object, "body_matches", hit.article.body, hit.body_matches);
  return only(chosen, std::move(object));
}

}  // namespace backfile
