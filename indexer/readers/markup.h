#pragma once

#include <string>
#include <string_view>

namespace backfile {

/// Whether `text` evidently is a piece of HTML: it has tags of paragraphs, breaks or emphasis.
bool is_markup(std::string_view text);

/// The text of a piece of HTML: tags, comments, scripts and styles out, block tags and breaks as
/// line ends, entities decoded. For the small markup of feeds and databases, not for web pages.
std::string strip_markup(std::string_view text);

/// Named (the usual ones) and numeric character references decoded (WHATWG HTML, section 13.5);
/// an "&" that begins none stays.
std::string decode_entities(std::string text);

/// What a number in 0x80–0x9F means when a text was Windows-1252 all along (WHATWG HTML, section
/// 13.2.5.80, has the same table for numeric references); any other number is itself.
char32_t windows_1252_meaning(char32_t value);

}  // namespace backfile
