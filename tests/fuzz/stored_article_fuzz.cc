// Any bytes, read as the stored data of an article: an article that is stored as the same, or an
// error that says damaged.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "common/index/stored_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const Article article = stored_article(bytes, WithBody::yes);
    if (article.body != stored_body(bytes)) std::abort();
    const std::string again = article_content(article) + source_content(article.source);
    if (stored_article(again, WithBody::yes).body != article.body) std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::index_damaged) std::abort();
  }
  return 0;
}
