#include "indexer/readers/json_news.h"

#include <algorithm>
#include <array>

namespace backfile {
namespace {

namespace dom = simdjson::dom;
using namespace std::string_view_literals;

/// Keys of which a ninjs object has at least one, beside "uri".
constexpr std::array marks{"versioncreated"sv, "headlines"sv, "bodies"sv,   "renditions"sv,
                           "standard"sv,       "$standard"sv, "pubstatus"sv};

constexpr std::array choices{"headlines"sv, "descriptions"sv, "bodies"sv};

/// Roles of descriptions that do not describe.
constexpr std::array other_roles{"creditline"sv, "writer"sv, "credit"sv};

struct Kind {
  std::string_view type;
  std::string_view meaning;
};

constexpr std::array other_kinds{Kind{"picture", "a picture"},
                                 Kind{"graphic", "a graphic"},
                                 Kind{"video", "a film"},
                                 Kind{"audio", "a sound recording"},
                                 Kind{"animation", "an animation"},
                                 Kind{"event", "an event"},
                                 Kind{"planning", "a plan of coverage"},
                                 Kind{"component", "a part of an item"}};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// The text under `key`, whatever the case of its letters; or "".
std::string_view text_under(dom::object object, std::string_view key) {
  for (const auto field : object) {
    if (lower(field.key) == key && field.value.is_string()) {
      return field.value.get_string().value_unsafe();
    }
  }
  return {};
}

template <typename Test>
bool has_key_that(dom::object object, Test test) {
  return std::any_of(object.begin(), object.end(),
                     [&](const auto field) { return test(lower(field.key)); });
}

bool has_key(dom::object object, std::string_view wanted) {
  return has_key_that(object, [&](const std::string& key) { return key == wanted; });
}

bool is_ninjs(dom::object object) {
  return !text_under(object, "uri").empty() &&
         has_key_that(object, [](const std::string& key) { return is_one_of(marks, key); });
}

/// Smaller is better.
int rank(dom::object alternative) {
  const std::string type = lower(text_under(alternative, "contenttype"));
  if (is_one_of(other_roles, text_under(alternative, "role"))) return 4;
  if (type.starts_with("text/html")) return 0;
  if (type.empty() || type == "text/plain") return 1;
  return type.find("html") != std::string::npos ? 2 : 3;
}

}  // namespace

bool is_json_feed(dom::object object) {
  return text_under(object, "version").find("jsonfeed.org/version/") != std::string_view::npos;
}

std::string json_objection(dom::object object) {
  if (text_under(object, "$schema").find("json-schema.org") != std::string_view::npos &&
      text_under(object, "type") == "object") {
    return "a JSON Schema, not an article";
  }
  if (has_key(object, "eventdetails") && !has_key(object, "bodies")) {
    return "an event, not an article";
  }
  if (!is_ninjs(object)) return {};
  const std::string_view type = text_under(object, "type");
  const auto* kind = std::find_if(other_kinds.begin(), other_kinds.end(),
                                  [&](const Kind& entry) { return entry.type == type; });
  if (kind != other_kinds.end()) return std::string(kind->meaning) + ", not an article";
  return text_under(object, "pubstatus") == "canceled" ? "withdrawn by its provider" : "";
}

std::optional<dom::object> ninjs_choice(std::string_view path, dom::array list) {
  if (!is_one_of(choices, path)) return std::nullopt;
  std::optional<dom::object> best;
  for (const dom::element element : list) {
    if (!element.is_object()) continue;
    const dom::object object = element.get_object().value_unsafe();
    if (!best || rank(object) < rank(*best)) best = object;
  }
  return best;
}

}  // namespace backfile
