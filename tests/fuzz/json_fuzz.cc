// Any bytes, read as JSON and as JSON lines: no crash, no hang, and only clean text comes out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/json.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Reader read : {read_json, read_json_lines}) {
    for (const Article& article : read_with(read, bytes).articles) {
      if (!is_utf8(article.title) || !is_utf8(article.body)) std::abort();
      if (article.body.find('\0') != std::string::npos) std::abort();
    }
  }
  return 0;
}
