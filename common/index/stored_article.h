#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"

namespace backfile {

/// What is kept of an article's own fields as the data of its document (Xapian compresses the
/// whole). Two articles are the same when this is. The place it was read from goes behind it, and
/// behind that every other place that has it, too:
/// `article_content(a) + source_content(a.source) + source_content(another place)`.
std::string article_content(const Article& article);
std::string source_content(const SourceLocation& source);

/// Whether the body is wanted; without it, less is copied.
enum class WithBody : bool { no, yes };

/// The article that was stored. Throws Error (index_damaged) when `data` is not one.
Article stored_article(std::string_view data, WithBody with_body);

/// The body alone, as a part of `data`. Throws Error (index_damaged).
std::string_view stored_body(std::string_view data);

/// Every place the article was read from, each in another file; at least one. Throws Error
/// (index_damaged).
std::vector<SourceLocation> stored_sources(std::string_view data);

/// `data` with these in place of those it has. Throws Error (index_damaged).
std::string with_sources(std::string_view data, const std::vector<SourceLocation>& sources);

}  // namespace backfile
