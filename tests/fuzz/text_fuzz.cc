// Any bytes, read as plain text and through the recognition of formats.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/enrichment/enrich.h"
#include "indexer/readers/text.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string why_not;
  if (recognise({{"/archive/file", "", 0}, bytes}, why_not) == nullptr && why_not.empty()) {
    std::abort();
  }
  for (Article& article : read_with(read_text, bytes).articles) {
    std::vector<Remark> remarks;
    enrich(article, "/archive", {}, remarks);
    if (!is_utf8(article.title) || !is_utf8(article.body) || article.id.empty()) std::abort();
  }
  return 0;
}
