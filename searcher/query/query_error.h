#pragma once

#include <string>
#include <string_view>

#include "common/error.h"

namespace backfile {

/// Throws Error (bad_query).
[[noreturn]] void fail_query(Place place, const std::string& message, std::string hint);

/// Throws Error (bad_query) at the first byte of `query` that is no UTF-8.
void require_utf8(std::string_view query);

/// Words of a query for a message: between quotes, as clean UTF-8, cut when they are long.
std::string quoted(std::string_view words);

}  // namespace backfile
