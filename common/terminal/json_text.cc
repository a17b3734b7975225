#include "common/terminal/json_text.h"

#include <fmt/format.h>

#include <cstdint>
#include <iterator>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace backfile {
namespace {

/// DEL, C1, separators of lines and what turns the direction of text. JSON lets them stand in
/// strings; they can stand nowhere else in it.
constexpr bool acts(char32_t c) {
  return (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string escape_acting(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = code_point_at(json, at);
    if (acts(point.value)) {
      fmt::format_to(std::back_inserter(escaped), "\\u{:04x}",
                     static_cast<std::uint32_t>(point.value));
    } else {
      escaped.append(json, at, point.length);
    }
    at += point.length;
  }
  return escaped;
}

/// By the bytes that such characters begin with.
bool may_act(const std::string& json) {
  return json.find_first_of("\x7F\xC2\xE2") != std::string::npos;
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& value) {
  constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
  std::string json = value.dump(-1, ' ', false, replace);
  return may_act(json) ? escape_acting(json) : json;
}

std::string json_string(std::string_view text) {
  return json_text(nlohmann::ordered_json(to_valid_utf8(text)));
}

std::size_t count_characters(std::string_view text, std::size_t bytes) {
  std::size_t characters = 0;
  for (std::size_t position = 0; position < bytes && position < text.size(); ++characters) {
    position += code_point_at(text, position).length;
  }
  return characters;
}

}  // namespace backfile
