#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace backfile {

/// "1,234"
std::string grouped(std::uint64_t number);

/// "1 article", "1,234 articles"
std::string counted(std::uint64_t number, std::string_view noun);

/// A date for people, as precise as it is known to the day: "9 February 2021", "February 2021",
/// "2021".
std::string date_text(const Date& date);

/// "BBC News · 9 February 2021 · education, children": what is known of outlet, date and topics.
/// Harmless for a terminal, on one line.
std::string byline(const Article& article);

/// Where to find the article itself: its web address, else the file it was read from.
std::string address(const Article& article);

/// `items` with a comma between them, harmless for a terminal.
std::string listed(const std::vector<std::string>& items);

}  // namespace backfile
