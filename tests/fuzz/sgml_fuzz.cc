// Any bytes, read as SGML: no crash, no hang, and only clean text comes out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/sgml/sgml.h"
#include "indexer/readers/sgml/sgml_element.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  is_sgml(bytes);
  sgml_element(bytes);
  for (const Article& article : read_with(read_sgml, bytes).articles) {
    if (!is_utf8(article.title) || !is_utf8(article.body)) std::abort();
    for (const char c : article.body) {
      if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') std::abort();
    }
  }
  return 0;
}
