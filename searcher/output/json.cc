#include "searcher/output/json.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/terminal/json_text.h"
#include "common/text/utf8.h"
#include "searcher/output/hit_json.h"
#include "searcher/output/timeline_json.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a key changes its meaning (docs/search-answer.md has the history).
constexpr int format_version = 1;

Json facets_json(const std::vector<Facet>& facets);

Json facet_json(const Facet& facet) {
  Json values = Json::array();
  for (const FacetValue& value : facet.values) {
    values.push_back({{"value", to_valid_utf8(value.value)}, {"count", value.count}});
    if (value.all) values.back()["all"] = *value.all;
    if (!value.inside.empty()) values.back()["facets"] = facets_json(value.inside);
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

/// A list that grows, with an item a line: a person finds them, and no item waits for the others.
class JsonList {
 public:
  explicit JsonList(std::ostream& out) : out_(out) { out_ << '['; }

  void add(const Json& item) {
    out_ << separator_ << json_text(item);
    separator_ = ",\n";
  }

  void end() { out_ << ']'; }

 private:
  std::ostream& out_;
  const char* separator_ = "\n";
};

template <typename Items, typename ToJson>
void write_list(const Items& items, ToJson to_json, std::ostream& out) {
  JsonList list(out);
  for (const auto& item : items) list.add(to_json(item));
  list.end();
}

class JsonWriter : public AnswerSink {
 public:
  JsonWriter(const Layout& layout, std::ostream& out) : chosen_(layout.columns), out_(out) {}

  void begin(const Answer& answer) override {
    out_ << "{\"format_version\":" << format_version << ",\"query\":" << json_string(answer.query)
         << ",\"total\":" << answer.total;
    if (answer.articles) out_ << ",\"articles\":" << *answer.articles;
    out_ << ",\"offset\":" << answer.offset << ",\n\"hits\":";
    hits_.emplace(out_);
  }

  void hit(const Hit& hit, std::size_t /*rank*/) override { hits_->add(hit_json(hit, chosen_)); }

  void end(const Answer& answer) override {
    hits_->end();
    if (!answer.next.empty()) out_ << ",\n\"next\":" << json_string(answer.next);
    if (!answer.facets.empty()) out_ << ",\n\"facets\":" << json_text(facets_json(answer.facets));
    if (answer.timeline) write_timeline_json(*answer.timeline, out_);
    if (answer.words_from > 0) {
      out_ << ",\n\"words\":";
      write_list(answer.words, word_json, out_);
      out_ << ",\n\"words_from\":" << answer.words_from;
    }
    if (!answer.suggestions.empty()) {
      out_ << ",\n\"suggestions\":";
      write_list(answer.suggestions, suggestion_json, out_);
    }
    if (answer.no_match) out_ << ",\n\"no_match\":" << json_text(no_match_json(*answer.no_match));
    if (!answer.notes.empty()) {
      out_ << ",\n\"notes\":";
      write_list(
          answer.notes, [](const std::string& note) { return Json(to_valid_utf8(note)); }, out_);
    }
    out_ << "}\n";
  }

 private:
  std::vector<const Column*> chosen_;
  std::ostream& out_;
  std::optional<JsonList> hits_;
};

class JsonArticleWriter : public AnswerSink {
 public:
  JsonArticleWriter(const Layout& layout, std::ostream& out) : chosen_(layout.columns), out_(out) {}

  void begin(const Answer& /*answer*/) override {
    out_ << "{\"format_version\":" << format_version << ",\n\"articles\":";
    articles_.emplace(out_);
  }

  void hit(const Hit& hit, std::size_t /*rank*/) override {
    articles_->add(whole_json(hit, chosen_));
  }

  void end(const Answer& /*answer*/) override {
    articles_->end();
    out_ << "}\n";
  }

 private:
  std::vector<const Column*> chosen_;
  std::ostream& out_;
  std::optional<JsonList> articles_;
};

}  // namespace

std::unique_ptr<AnswerSink> json_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<JsonWriter>(layout, out);
}

std::unique_ptr<AnswerSink> json_article_writer(const Layout& layout, std::ostream& out) {
  return std::make_unique<JsonArticleWriter>(layout, out);
}

}  // namespace backfile
