// Any bytes, read as a web page: no crash, no hang, no deep recursion, and only clean text comes
// out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/html/html.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  is_html(bytes);
  for (const Article& article : read_with(read_html, bytes).articles) {
    if (!is_utf8(article.title) || !is_utf8(article.body)) std::abort();
    if (article.body.find('\0') != std::string::npos) std::abort();
    if (article.body.find("\n\n") != std::string::npos) std::abort();
  }
  return 0;
}
