#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// More authors or topics than this no article has; the rest of a list is left out.
inline constexpr std::size_t most_names = 200;

/// The names in a byline: "By Jim Meyers, John Bachman and Ann O'Hara" → three. "By" is taken off,
/// "Jr." and the like stay with their name, "Smith, John" is one name as it stands, and an agency's
/// or editor's initials beside the names ("dpa") are left out.
std::vector<std::string> split_authors(std::string_view byline);

/// One name as a list gives it: without "By", quotation marks around it and spaces; may be empty.
std::string author_name(std::string_view text);

/// The topics in one text: separated by ";" or "|", or, if there are none of these, by commas.
std::vector<std::string> split_topics(std::string_view text);

/// Adds `name` unless it is empty or there already in some spelling (name_key), or `names` is full.
void add_name(std::vector<std::string>& names, std::string name);

}  // namespace backfile
