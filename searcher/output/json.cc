#include "searcher/output/json.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "common/terminal/json_text.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key changes its meaning (docs/search-answer.md has the history).
constexpr int format_version = 1;

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

Json hit_json(const Hit& hit) {
  Json object = article_json(hit.article);
  if (std::isfinite(hit.score)) object["score"] = hit.score;
  if (!hit.title_matches.empty()) {
    object["title_matches"] = in_characters(hit.article.title, hit.title_matches);
  }
  if (!hit.snippet.text.empty()) {
    object["snippet"] = {{"text", to_valid_utf8(hit.snippet.text)},
                         {"matches", in_characters(hit.snippet.text, hit.snippet.matches)}};
  }
  return object;
}

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", to_valid_utf8(value.value)}, {"count", value.count}});
  }
  return {{"values", values}, {"missing", facet.missing}, {"distinct", facet.distinct}};
}

Json facets_json(const std::vector<Facet>& facets) {
  Json object = Json::object();
  for (const Facet& facet : facets) {
    object[std::string(field(facet.field).name)] = facet_json(facet);
  }
  return object;
}

Json word_json(const TypicalWord& word) {
  return {{"word", word.word}, {"matches", word.matches}, {"all", word.all}, {"score", word.score}};
}

Json suggestion_json(const Suggestion& suggestion) {
  return {{"query", to_valid_utf8(suggestion.query)}, {"total", suggestion.total}};
}

Json no_match_json(const NoMatch& no_match) {
  Json object = {{"missing", Json::array()}, {"any", no_match.any}};
  for (const std::string& part : no_match.missing) object["missing"].push_back(to_valid_utf8(part));
  if (no_match.without.empty()) return object;
  object["without"] = {{"part", to_valid_utf8(no_match.without)},
                       {"total", no_match.without_total}};
  return object;
}

/// A list with an item a line: a person finds them, and no item waits for the others.
template <typename Items, typename ToJson>
void write_list(const Items& items, ToJson to_json, std::ostream& out) {
  out << '[';
  const char* separator = "\n";
  for (const auto& item : items) {
    out << separator << json_text(to_json(item));
    separator = ",\n";
  }
  out << ']';
}

}  // namespace

void write_json(const Answer& answer, std::ostream& out) {
  out << "{\"format_version\":" << format_version << ",\"query\":" << json_string(answer.query)
      << ",\"total\":" << answer.total << ",\"offset\":" << answer.offset << ",\n\"hits\":";
  write_list(answer.hits, hit_json, out);
  if (!answer.facets.empty()) out << ",\n\"facets\":" << json_text(facets_json(answer.facets));
  if (answer.words_from > 0) {
    out << ",\n\"words\":";
    write_list(answer.words, word_json, out);
    out << ",\n\"words_from\":" << answer.words_from;
  }
  if (!answer.suggestions.empty()) {
    out << ",\n\"suggestions\":";
    write_list(answer.suggestions, suggestion_json, out);
  }
  if (answer.no_match) out << ",\n\"no_match\":" << json_text(no_match_json(*answer.no_match));
  if (!answer.notes.empty()) {
    out << ",\n\"notes\":";
    write_list(
        answer.notes, [](const std::string& note) { return Json(to_valid_utf8(note)); }, out);
  }
  out << "}\n";
}

void write_articles_json(std::span<const Article> articles, std::ostream& out) {
  out << "{\"format_version\":" << format_version << ",\n\"articles\":";
  const auto with_text = [](const Article& article) {
    Json object = article_json(article);
    put(object, "summary", article.summary);
    put(object, "body", article.body);
    return object;
  };
  write_list(articles, with_text, out);
  out << "}\n";
}

}  // namespace backfile
