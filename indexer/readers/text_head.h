#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

/// What stands above the body of an article in plain text.
struct TextHead {
  std::string url;
  std::string title;
  std::string standfirst;
  std::vector<std::string> authors;
  std::string date;       ///< as written
  std::size_t lines = 0;  ///< how many lines the head takes, blank ones included
};

/// What one line below a headline says, as a part of the text; one of them may be empty.
struct HeadLine {
  std::string_view byline;
  std::string_view date;
};

/// The byline ("By Fiona Simpson"), the date ("9 February 2021"), or both, that are all of `line`;
/// nothing when it says anything else.
std::optional<HeadLine> head_line(std::string_view line);

/// Reads the head of an article from its lines (without white space at their ends): perhaps the
/// address, perhaps the date, the headline, perhaps a standfirst, then byline and date in any order
/// ("By Fiona Simpson", a name beside the date line, "Tuesday, February 9, 2021", "By A and B |
/// 9 February 2021"). A text that begins in the middle of prose has no headline.
TextHead read_text_head(std::span<const std::string_view> lines);

}  // namespace backfile
