#pragma once

#include <string_view>

namespace backfile {

/// Whether a line of a page is none of its article's by its words, whatever element it is in:
/// "Advertisement", "Read more", "Lesen Sie auch", "Sign up for our newsletter", or the request for
/// consent that stands where a video would be. In the languages of our archives.
bool is_label(std::string_view line);

/// Whether a heading stands over what readers say about an article: "Comments (25)",
/// "12 Kommentare", "Leave a reply".
bool is_comments_heading(std::string_view heading);

}  // namespace backfile
