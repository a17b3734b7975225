#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "searcher/output/table.h"

namespace backfile {

/// A text as a cell: between quotation marks where needed, without control characters. Spreadsheets
/// run what begins with = + - or @ as a formula, so that such a text gets an apostrophe before it;
/// so does one that begins with apostrophes before these: whoever takes one away has the text.
std::string csv_cell(std::string_view text);

inline constexpr TableForm csv_form{',', csv_cell};

/// RFC 4180, in UTF-8, with line feeds as line ends.
std::unique_ptr<AnswerSink> csv_writer(const Layout& layout, std::ostream& out);

}  // namespace backfile
