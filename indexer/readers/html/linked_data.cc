#include "indexer/readers/html/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/readers/clean.h"
#include "indexer/readers/json_repair.h"
#include "indexer/readers/json_split.h"
#include "indexer/readers/markup.h"
#include "indexer/readers/names.h"

namespace backfile {
namespace {

namespace dom = simdjson::dom;
using namespace std::string_view_literals;

constexpr int deepest = 8;

/// schema.org's types of articles; all others end in "Article".
constexpr std::array article_types{
    "BlogPosting"sv,        "LiveBlogPosting"sv,        "Report"sv, "Review"sv, "CriticReview"sv,
    "SocialMediaPosting"sv, "DiscussionForumPosting"sv, "Posting"sv};

/// Keys under which a page holds the object of its article.
constexpr std::array wrappers{"@graph"sv,  "mainEntity"sv,   "mainEntityOfPage"sv,
                              "hasPart"sv, "itemReviewed"sv, "@list"sv};

struct Key {
  std::string_view name;
  FieldId field;
  int rank;
  Place place = Place::linked_data;
};

constexpr std::array keys{Key{"headline", FieldId::title, 0},
                          Key{"name", FieldId::title, 2},
                          Key{"datePublished", FieldId::date, 0},
                          Key{"dateCreated", FieldId::date, 1},
                          Key{"uploadDate", FieldId::date, 2},
                          Key{"dateModified", FieldId::date, 0, Place::changed},
                          Key{"articleSection", FieldId::section, 0},
                          Key{"inLanguage", FieldId::language, 0},
                          Key{"url", FieldId::url, 0},
                          Key{"description", FieldId::summary, 0}};

bool is_article_type(std::string_view type) {
  if (const std::size_t slash = type.find_last_of("/:#"); slash != std::string_view::npos) {
    type.remove_prefix(slash + 1);
  }
  return type.ends_with("Article") || type == "article" || type == "news" ||
         std::find(article_types.begin(), article_types.end(), type) != article_types.end();
}

std::string_view string_of(dom::element value) {
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::string_view string_at(dom::object object, std::string_view key) {
  dom::element value;
  return object.at_key(key).get(value) == simdjson::SUCCESS ? string_of(value) : std::string_view();
}

bool is_article(dom::object object) {
  dom::element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  if (type.is_string()) return is_article_type(string_of(type));
  dom::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return false;
  return std::any_of(types.begin(), types.end(),
                     [](dom::element one) { return is_article_type(string_of(one)); });
}

/// Calls `visit` for a value, and the elements of it when it is a list.
void each(dom::element value, const std::function<void(dom::element, bool listed)>& visit) {
  dom::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) {
    visit(value, false);
    return;
  }
  for (const dom::element element : array) visit(element, true);
}

class LinkedData {
 public:
  explicit LinkedData(Findings& findings) : findings_(findings) {}

  void read(std::string_view script) {
    constexpr std::string_view wrapper = "<![CDATA[";
    if (const std::size_t at = script.find(wrapper); at != std::string_view::npos) {
      script.remove_prefix(at + wrapper.size());
    }
    JsonSplitter splitter(script);
    while (const auto piece = splitter.next()) {
      if (piece->is_nested() && piece->text.size() > 2) read_piece(piece->text);
    }
  }

  [[nodiscard]] std::string body() const { return body_; }

 private:
  void read_piece(std::string_view text) {
    dom::parser parser(64UL * 1024 * 1024);
    dom::element root;
    if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) {
      if (parser.parse(repair_json(text)).get(root) != simdjson::SUCCESS) return;
    }
    note_names(root, 0);
    search(root, 0);
  }

  /// Authors may be given by the "@id" of an object elsewhere.
  void note_names(dom::element value, int depth) {
    constexpr std::size_t most = 500;
    if (depth == deepest || names_.size() == most) return;
    dom::object object;
    dom::array array;
    if (value.get_object().get(object) == simdjson::SUCCESS) {
      const std::string_view id = string_at(object, "@id");
      const std::string_view name = string_at(object, "name");
      if (!id.empty() && !name.empty()) names_.emplace(id, name);
      for (const auto field : object) note_names(field.value, depth + 1);
    } else if (value.get_array().get(array) == simdjson::SUCCESS) {
      for (const dom::element element : array) note_names(element, depth + 1);
    }
  }

  void search(dom::element value, int depth) {
    if (depth == deepest) return;
    each(value, [&](dom::element one, bool) {
      dom::object object;
      if (one.get_object().get(object) != simdjson::SUCCESS) return;
      if (is_article(object)) {
        read_article(object);
      } else {
        if (string_at(object, "@type").ends_with("WebSite")) {
          findings_.add(FieldId::outlet, Place::linked_data, string_at(object, "name"),
                        "json-ld:WebSite.name", 2);
        }
        for (const std::string_view key : wrappers) {
          dom::element inner;
          if (object.at_key(key).get(inner) == simdjson::SUCCESS) search(inner, depth + 1);
        }
      }
    });
  }

  /// Of several articles on a page the first counts, and another one only with its own headline
  /// and for what the first did not say.
  void read_article(dom::object object) {
    const std::string headline = clean_line(string_at(object, "headline"));
    if (articles_ > 0 && headline != headline_) return;
    if (articles_++ == 0) headline_ = headline;
    for (const auto field : object) read_field(field.key, field.value);
  }

  void read_field(std::string_view key, dom::element value) {
    if (key == "articleBody") {
      const std::string_view text = string_of(value);
      if (text.size() > body_.size()) body_ = text;
    } else if (key == "author" || key == "creator") {
      each(value, [&](dom::element one, bool) { read_author(one, key == "author" ? 0 : 1, key); });
    } else if (key == "publisher" || key == "sourceOrganization") {
      each(value, [&](dom::element one, bool) { read_publisher(one); });
    } else if (key == "keywords") {
      each(value, [&](dom::element one, bool listed) { read_topic(one, listed, 0, "keywords"); });
    } else if (key == "about") {
      each(value, [&](dom::element one, bool) { read_topic(one, true, 1, "about"); });
    } else if (const auto* known = std::find_if(keys.begin(), keys.end(),
                                                [&](const Key& k) { return k.name == key; });
               known != keys.end()) {
      read_single(*known, value);
    }
  }

  void read_single(const Key& key, dom::element value) {
    std::string text;
    each(value, [&](dom::element one, bool) {
      dom::object object;
      std::string_view part = string_of(one);
      if (one.get_object().get(object) == simdjson::SUCCESS) part = string_at(object, "name");
      if (text.empty()) text = part;
    });
    const bool marked_up = key.field == FieldId::summary || key.field == FieldId::title;
    if (marked_up && is_markup(text)) text = strip_markup(text);
    findings_.add(key.field, key.place, text, "json-ld:" + std::string(key.name), key.rank);
  }

  /// The name of a person or an organisation, wherever it is said.
  std::string name_of(dom::object object) const {
    dom::element name;
    std::string text;
    if (object.at_key("name").get(name) == simdjson::SUCCESS) {
      each(name, [&](dom::element one, bool) {
        text += (text.empty() ? "" : ", ") + std::string(string_of(one));
      });
    }
    if (!trim(text).empty()) return text;
    text = std::string(string_at(object, "givenName")) + " " +
           std::string(string_at(object, "familyName"));
    if (!trim(text).empty()) return text;
    const auto known = names_.find(std::string(string_at(object, "@id")));
    return known == names_.end() ? std::string() : known->second;
  }

  /// Initials in brackets, a description behind a comma, and an employer are no part of a name.
  static std::string_view bare_name(std::string_view name) {
    constexpr std::size_t longest_suffix = 30;
    name = name.substr(0, std::min(name.find(" ("), name.find(" | ")));
    const std::size_t comma = name.find(", ");
    const bool described = comma != std::string_view::npos && name.size() - comma > longest_suffix;
    return described ? name.substr(0, comma) : name;
  }

  void add_author(std::string_view text, int rank, std::string_view key) {
    const std::string_view name = bare_name(text);
    if (name.find("://") != std::string_view::npos) return;
    findings_.add(FieldId::author, Place::linked_data, name, "json-ld:" + std::string(key), rank);
  }

  /// An object names one author; a text may name several.
  void read_author(dom::element value, int rank, std::string_view key) {
    dom::object object;
    if (value.get_object().get(object) == simdjson::SUCCESS) {
      add_author(author_name(name_of(object)), rank, key);
    } else {
      for (const std::string& name : split_authors(string_of(value))) add_author(name, rank, key);
    }
  }

  void read_publisher(dom::element value) {
    dom::object object;
    const bool nested = value.get_object().get(object) == simdjson::SUCCESS;
    findings_.add(FieldId::outlet, Place::linked_data,
                  nested ? name_of(object) : std::string(string_of(value)), "json-ld:publisher");
  }

  void read_topic(dom::element value, bool listed, int rank, std::string_view key) {
    dom::object object;
    const std::string method = "json-ld:" + std::string(key);
    if (value.get_object().get(object) == simdjson::SUCCESS) {
      findings_.add(FieldId::topic, Place::linked_data, string_at(object, "name"), method, rank);
    } else if (listed) {
      findings_.add(FieldId::topic, Place::linked_data, string_of(value), method, rank);
    } else {
      for (const std::string& topic : split_topics(string_of(value))) {
        findings_.add(FieldId::topic, Place::linked_data, topic, method, rank);
      }
    }
  }

  Findings& findings_;
  std::map<std::string, std::string> names_;
  std::string headline_;
  std::string body_;
  int articles_ = 0;
};

}  // namespace

std::string find_linked_data(const std::vector<std::string>& scripts, Findings& findings) {
  LinkedData data(findings);
  for (const std::string& script : scripts) data.read(script);
  return data.body();
}

}  // namespace backfile
