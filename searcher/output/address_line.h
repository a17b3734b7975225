#pragma once

#include <cstddef>
#include <string>

#include "common/article.h"
#include "searcher/output/output.h"

namespace backfile {

/// Appends `indent` spaces, where the article is to be found, and a line end; nothing when that is
/// not known. As a link it is cut to `columns`, since the link leads to the whole; else it is never
/// broken: a terminal or a mouse takes it whole.
void append_address(std::string& out, const Article& article, std::size_t indent,
                    std::size_t columns, const Style& style);

}  // namespace backfile
