// Any bytes, read as a table: no crash, no hang, and only clean text comes out.
#include <cstdlib>

#include "common/text/utf8.h"
#include "indexer/readers/csv.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const std::string_view head : {"", "title,text,date\n", "title\ttext\tdate\n"}) {
    for (const Article& article :
         read_with(read_csv, std::string(head) + std::string(bytes)).articles) {
      if (!is_utf8(article.title) || !is_utf8(article.body)) std::abort();
      if (article.source.record == 0) std::abort();
    }
  }
  return 0;
}
