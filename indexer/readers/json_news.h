#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// What the formats of news in JSON say beyond the names of their keys.

/// Whether `object` is a JSON Feed (jsonfeed.org, version 1 and 1.1): "version" is its address.
bool is_json_feed(simdjson::dom::object object);

/// Why `object` is no article although it may have a headline: a picture, an event, or withdrawn,
/// in ninjs (iptc.org/std/ninjs, versions 1 to 3); a JSON Schema. "" when it may be one.
std::string json_objection(simdjson::dom::object object);

/// ninjs 2 and 3 have lists of the same text in several forms, under "headlines", "descriptions"
/// and "bodies": the element to read, HTML before plain text. nullopt for any other `path`.
std::optional<simdjson::dom::object> ninjs_choice(std::string_view path, simdjson::dom::array list);

}  // namespace backfile
