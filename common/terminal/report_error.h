#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/terminal/terminal.h"

namespace backfile {

/// An error as people read it, with line ends:
///
///     error: unknown field "titel"
///       titel:budget
///       ^^^^^
///     hint: did you mean title?
///
/// `text` is what the error's place refers to (the query), or empty; the lines that quote it are
/// left out when the error has no place. A long text is cut to `width` columns around the place.
std::string error_text(const Error& error, std::string_view text, std::size_t width, bool color);

/// {"error": {"message": …, "hint": …, "position": …, "length": …}} and a line end. Position and
/// length count characters (code points) of `text`; what is not known is left out.
std::string error_json(const Error& error, std::string_view text);

/// Writes error_text to standard error, coloured and cut as suits it. Never throws.
void report_error(const Error& error, std::string_view text, When color);

}  // namespace backfile
