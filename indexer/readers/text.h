#pragma once

#include "indexer/readers/reader.h"

namespace backfile {

/// Plain text in any charset: one article, with its head on top (text_head.h). `map` has no say.
void read_text(const Input& input, const FieldMap& map, ArticleSink& sink);

}  // namespace backfile
