#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/terminal/quantities.h"
#include "searcher/answer.h"

namespace backfile {

/// What the answer has, "1,234 articles", or "12 stories in 34 articles".
std::string counted_total(const Answer& answer);

/// "3 copies: Bay Post, Hill Times": how many near-duplicates a hit has, itself included, and the
/// outlets, in order of time; empty when there is none.
std::string copies_text(const Hit& hit);

/// A date for people, as precise as it is known to the day: "9 February 2021", "February 2021",
/// "2021".
std::string date_text(const Date& date);

/// Which hits are shown of more: "11–20 shown"; empty when all or none are.
std::string shown_part(const Answer& answer);

/// The article's date for people, or "undated".
std::string known_date(const Article& article);

/// What is not empty of `parts`, with a dot between them. Parts in scripts of different directions
/// stay in this order.
std::string beside(const std::vector<std::string>& parts);

/// "BBC News · 9 February 2021 · education, children": what is known of outlet, date and topics.
/// Harmless for a terminal, on one line.
std::string byline(const Article& article);

/// Where to find the article itself: its web address, else the file it was read from.
std::string address(const Article& article);

/// The snippet with an ellipsis where it begins or ends within a sentence.
Snippet with_ellipses(const Snippet& snippet);

/// `text`, cut with an ellipsis where it takes more than `columns`, at least 1.
std::string shortened(const std::string& text, std::size_t columns);

/// `items` with a comma between them, harmless for a terminal.
std::string listed(const std::vector<std::string>& items);

}  // namespace backfile
