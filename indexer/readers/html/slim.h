#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// A page without what no reader sees, and what was taken out of it that is of use.
struct SlimPage {
  std::string html;                      ///< for the parser
  std::vector<std::string> linked_data;  ///< the content of each JSON-LD script
};

/// Takes out of a page, in UTF-8, what takes most of its bytes and says nothing: scripts, styles,
/// drawings, comments, and attributes that are not in our list. It also makes the rest harmless
/// for a parser that follows WHATWG HTML: tags nested deeper than 256 are left out, and formatting
/// elements, which the standard opens again in each paragraph (section 13.2.4.3), become <span>,
/// links <bdi> with their href. What remains takes time and memory that grow with its length only.
SlimPage slim_page(std::string_view text);

}  // namespace backfile
