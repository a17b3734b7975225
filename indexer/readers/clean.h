#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// `text` as valid UTF-8 without control characters: line ends of every kind become '\n', tabs
/// stay, bytes 80–9F that came from Windows-1252 by mistake become what they meant (a curly quote,
/// a dash), everything else below a space, and byte order marks, go.
std::string clean_text(std::string_view text);

/// Cleaned, and on one line: for titles and names.
std::string clean_line(std::string_view text);

/// Lines as paragraphs separated by one '\n': without spaces around them and without empty ones.
std::string tidy_paragraphs(std::string_view text);

/// Cleaned, with paragraphs separated by one '\n': without spaces around them and without empty
/// ones. Markup ("<p>…</p>", "&amp;") is taken out where the text evidently is marked up.
std::string clean_body(std::string_view text);

}  // namespace backfile
