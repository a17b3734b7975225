// Any bytes, read as WARC and as ARC, at once and in parts: no crash, no hang, only clean text.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/crawl/crawl.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Reader read : {read_warc, read_arc}) {
    for (const Article& article : read_with(read, bytes).articles) {
      if (!is_utf8(article.title) || !is_utf8(article.body)) std::abort();
      if (article.source.record == 0) std::abort();
    }
  }
  if (whole_warc_records(bytes) > size || whole_arc_records(bytes) > size) std::abort();
  return 0;
}
