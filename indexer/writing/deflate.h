#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// `bytes` as raw DEFLATE data (RFC 1951) that Xapian can read; nothing when that is no shorter, or
/// Xapian could not.
std::optional<std::string> deflate(std::string_view bytes);

/// What `deflate` was given.
std::string inflate(std::string_view deflated);

}  // namespace backfile
