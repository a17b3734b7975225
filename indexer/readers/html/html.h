#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Whether `text` begins as a web page does: with a doctype of HTML, or, behind comments and an XML
/// declaration, with <html>, <head>, <body> or another tag of a page's head.
bool is_html(std::string_view text);

/// A web page (WHATWG HTML, also XHTML) as one article: what its head and its markup say of it, and
/// the body without what surrounds it.
void read_html(const Input& input, const FieldMap& map, ArticleSink& sink);

}  // namespace backfile
