#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace backfile {

/// JSON on one line. Never throws: ill-formed UTF-8 becomes U+FFFD, as to_valid_utf8 does it. DEL,
/// C1, separators of lines and the controls of the bidirectional algorithm are escaped, so that it
/// is harmless for a terminal too.
std::string json_text(const nlohmann::ordered_json& value);

/// A text as a JSON string, in the same way.
std::string json_string(std::string_view text);

/// Characters (code points) in the first `bytes` bytes of `text`; an ill-formed part counts one.
std::size_t count_characters(std::string_view text, std::size_t bytes);

}  // namespace backfile
