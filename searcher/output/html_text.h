#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer.h"

namespace backfile {

/// `text` as the content of an element or of an attribute between quotation marks: without markup,
/// control characters and ill-formed UTF-8.
std::string html_text(std::string_view text);

/// The same with matches, in bytes of `text`, as <mark>.
std::string html_marked(std::string_view text, const std::vector<TextRange>& matches);

/// ` lang="de" dir="auto"`: a text of that language, in whatever direction it is written. What is
/// no language tag is left out.
std::string html_language(std::string_view code);

/// Whether a page may lead there: an address of the web.
bool is_web_address(std::string_view url);

}  // namespace backfile
