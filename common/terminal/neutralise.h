#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Text from an article or a user, made harmless for a terminal: control characters (C0, C1, DEL)
/// out, so that no escape sequence is left, but line ends stay and a tab becomes a space;
/// ill-formed UTF-8 becomes U+FFFD; embeddings, overrides and isolates of the bidirectional
/// algorithm go when they are not closed.
std::string neutralise(std::string_view text);

/// The same, and on one line: line and paragraph separators become spaces.
std::string neutralise_line(std::string_view text);

}  // namespace backfile
