#include "common/terminal/json_text.h"

#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace backfile {
namespace {

/// JSON lets DEL and C1 stand in strings; they can stand nowhere else in it.
std::string escape_controls(const std::string& json) {
  std::string escaped;
  escaped.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto next = static_cast<unsigned char>(i + 1 < json.size() ? json[i + 1] : '\0');
    if (json[i] == '\x7F') {
      escaped += "\\u007f";
    } else if (json[i] == '\xC2' && next >= 0x80 && next <= 0x9F) {
      escaped += next < 0x90 ? "\\u008" : "\\u009";
      escaped += "0123456789abcdef"[next & 0x0FU];
      ++i;
    } else {
      escaped += json[i];
    }
  }
  return escaped;
}

bool has_controls(const std::string& json) {
  return json.find('\x7F') != std::string::npos || json.find('\xC2') != std::string::npos;
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& value) {
  constexpr auto replace = nlohmann::ordered_json::error_handler_t::replace;
  std::string json = value.dump(-1, ' ', false, replace);
  return has_controls(json) ? escape_controls(json) : json;
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
