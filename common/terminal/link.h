#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// The address of a file on this machine as a URI (RFC 8089), or "" when the path is not absolute.
std::string file_uri(std::string_view path);

/// Appends `text`, which must be harmless already, as a hyperlink for terminals: "OSC 8", as
/// agreed upon by their makers
/// (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda). An address other than of
/// http, https and file is left out, and bytes that are not printable ASCII are percent-encoded, so
/// that none ends the sequence.
void append_link(std::string& out, std::string_view address, std::string_view text);

}  // namespace backfile
