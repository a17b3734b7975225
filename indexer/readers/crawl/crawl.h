#pragma once

#include <cstddef>
#include <string_view>

#include "indexer/readers/reader.h"

namespace backfile {

/// Web archives. What a server answered becomes what the reader for its format makes of it; an
/// article without an address of its own gets the one that was fetched. When it was fetched says
/// nothing about when it was published. All other records (requests, notes, revisits, redirects,
/// errors, pictures, scripts) are passed over, and counted in one failure for each kind. Records
/// are numbered as they stand in the file.
void read_warc(const Input& input, const FieldMap& map, ArticleSink& sink);
void read_arc(const Input& input, const FieldMap& map, ArticleSink& sink);

/// See Format::whole_records.
std::size_t whole_warc_records(std::string_view start);
std::size_t whole_arc_records(std::string_view start);

}  // namespace backfile
