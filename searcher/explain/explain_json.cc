#include "searcher/explain/explain_json.h"

#include <nlohmann/json.hpp>

#include "common/terminal/json_text.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key changes its meaning (docs/explain.md has the history).
constexpr int format_version = 1;

/// Which of its measures the nodes of a tree have.
enum class Measured : bool { articles, hit };

Json texts(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(to_valid_utf8(text));
  return list;
}

void put_place(Json& object, std::string_view query, const Place& place) {
  const std::size_t begin = count_characters(query, place.position);
  object["position"] = begin;
  object["length"] = count_characters(query, place.position + place.length) - begin;
}

Json token_json(std::string_view query, const ExplainedToken& token) {
  Json object{{"kind", token.kind}, {"text", to_valid_utf8(token.text)}};
  put_place(object, query, token.place);
  return object;
}

Json stem_json(const ExplainedStem& stem) {
  return {{"stem", stem.stem}, {"languages", texts(stem.languages)}};
}

Json word_json(const ExplainedWord& word) {
  Json object{{"form", word.form}};
  for (const ExplainedStem& stem : word.stems) object["stems"].push_back(stem_json(stem));
  if (!word.spellings.empty()) object["spellings"] = texts(word.spellings);
  return object;
}

Json expansion_json(const ExplainedExpansion& expansion) {
  Json words = Json::array();
  for (const ExpandedWord& word : expansion.words) {
    words.push_back({{"text", to_valid_utf8(word.text)}, {"articles", word.articles}});
  }
  return {{"found", expansion.found}, {"cut", expansion.cut()}, {"words", words}};
}

void put_measure(Json& object, const ExplainedNode& node, Measured measured) {
  if (measured == Measured::articles) {
    object["articles"] = node.articles;
    return;
  }
  object["holds"] = node.holds;
  if (node.score) object["score"] = *node.score;
}

Json node_json(std::string_view query, const ExplainedNode& node, Measured measured) {
  Json object{{"kind", name_of(node.kind)}, {"label", to_valid_utf8(node.label)}};
  put_place(object, query, node.place);
  put_measure(object, node, measured);
  for (const ExplainedWord& word : node.words) object["words"].push_back(word_json(word));
  if (!node.spellings.empty()) object["spellings"] = texts(node.spellings);
  if (!node.words.empty()) object["stop_word"] = node.stop_word;
  if (node.expansion) object["expansion"] = expansion_json(*node.expansion);
  for (const ExplainedNode& child : node.children) {
    object["children"].push_back(node_json(query, child, measured));
  }
  return object;
}

}  // namespace

void write_json(const Explanation& explanation, std::ostream& out) {
  Json tokens = Json::array();
  for (const ExplainedToken& token : explanation.tokens) {
    tokens.push_back(token_json(explanation.query, token));
  }
  Json document{{"format_version", format_version},
                {"query", to_valid_utf8(explanation.query)},
                {"total", explanation.total},
                {"tokens", tokens},
                {"tree", node_json(explanation.query, explanation.tree, Measured::articles)},
                {"xapian", to_valid_utf8(explanation.xapian)}};
  if (!explanation.notes.empty()) document["notes"] = texts(explanation.notes);
  out << json_text(document) << '\n';
}

void write_json(const HitExplanation& hit, std::ostream& out) {
  Json document{{"format_version", format_version},
                {"query", to_valid_utf8(hit.query)},
                {"id", to_valid_utf8(hit.id)}};
  if (!hit.title.empty()) document["title"] = to_valid_utf8(hit.title);
  document["matches"] = hit.matches;
  document["passes_filters"] = hit.passes_filters;
  if (hit.matches) document.update({{"score", hit.score}, {"rank", hit.rank}});
  document["total"] = hit.total;
  document["tree"] = node_json(hit.query, hit.tree, Measured::hit);
  out << json_text(document) << '\n';
}

}  // namespace backfile
