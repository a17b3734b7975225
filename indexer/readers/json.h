#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

/// JSON (RFC 8259): an article as one object, a list of them, objects one after the other, or an
/// object that holds a list of articles somewhere ("articles", "response.docs"). Fields are taken
/// by the meaning of their keys (keys.h) or by `map`.
void read_json(const Input& input, const FieldMap& map, ArticleSink& sink);

/// JSON lines: one object on each line. A line that is not JSON loses only itself.
void read_json_lines(const Input& input, const FieldMap& map, ArticleSink& sink);

}  // namespace backfile
