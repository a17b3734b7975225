#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Reads an XML document of a kind that its root element tells: NewsML 1.2, NewsML-G2, NITF, RSS,
/// Atom, METS, ALTO; or any other one in which a map (`--map-file`) says where the articles are.
void read_xml(const Input& input, const FieldMap& map, ArticleSink& sink);

/// Whether `text`, the beginning of a file, is that of an XML document, as far as the first element
/// tells: any that does not begin a page, or a piece of one, in HTML.
bool is_xml(std::string_view text);

/// The name of the first element, without its prefix, behind declaration, comments and document
/// type; "" when there is none.
std::string_view root_name(std::string_view text);

}  // namespace backfile
