// Any bytes, read as XML of every kind, and by a map: no crash, no hang, only clean text comes out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/xml/xml.h"
#include "tests/support/collected.h"

namespace {

backfile::FieldMap map_of_everything() {
  backfile::FieldMap map;
  map.add_lines("article = */a\ntitle = t\nbody = ../b\nlanguage = @lang\ntopic = *", "fuzz");
  return map;
}

void check(std::string_view text) {
  if (!backfile::is_utf8(text)) std::abort();
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  static const FieldMap mapped = map_of_everything();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  is_xml(bytes);
  for (const FieldMap& map : {FieldMap(), mapped}) {
    for (const Article& article : read_with(read_xml, bytes, map).articles) {
      check(article.title);
      check(article.body);
      check(article.summary);
    }
  }
  return 0;
}
