#pragma once

#include <span>
#include <string_view>

#include "common/article.h"
#include "indexer/readers/element.h"

namespace backfile {

/// A field, and the element below some other that holds it, as its text or in an attribute.
struct FieldSource {
  FieldId field;
  std::string_view path;       ///< "head/docdata/doc-id"
  std::string_view attribute;  ///< empty: the text
};

/// Gives `article` what the sources below `element` hold, the first that has something for each
/// field; fields that it has stay. The method is "nitf:doc-id@id-string" for the format "nitf".
void fill_from(const Element& element, std::span<const FieldSource> sources,
               std::string_view format, Article& article);

}  // namespace backfile
