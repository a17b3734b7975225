#include "indexer/readers/xml/field_source.h"

#include <string>

#include "indexer/readers/clean.h"
#include "indexer/readers/fill.h"

namespace backfile {
namespace {

std::string method(std::string_view format, const FieldSource& source) {
  const std::size_t slash = source.path.rfind('/');
  const std::string_view name = source.path.substr(slash == std::string_view::npos ? 0 : slash + 1);
  std::string method(format);
  method.append(":").append(name);
  if (!source.attribute.empty()) method.append("@").append(source.attribute);
  return method;
}

}  // namespace

void fill_from(const Element& element, std::span<const FieldSource> sources,
               std::string_view format, Article& article) {
  for (const FieldSource& source : sources) {
    for (const Element* found : element.all(source.path)) {
      const std::string text = source.attribute.empty()
                                   ? line_inside(*found)
                                   : clean_line(found->attribute(source.attribute));
      fill(article, source.field, text, method(format, source));
    }
  }
}

}  // namespace backfile
