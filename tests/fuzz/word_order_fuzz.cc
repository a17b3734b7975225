// Any bytes, read as the word order of an article: numbers and places within bounds, or an error
// that says damaged.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "common/index/word_order.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const WordOrder order(bytes);
    for (std::uint64_t hash = 0; hash < 64; ++hash) {
      const auto word = order.find(hash << 58 | hash);
      if (word && *word >= order.words()) std::abort();
    }
    std::uint64_t in_title = 0;
    order.for_each(WordOrder::Part::title, [&](std::uint32_t, std::uint32_t) { ++in_title; });
    order.for_each(WordOrder::Part::all, [&](std::uint32_t, std::uint32_t) {
      if (in_title > 0) --in_title;
    });
    if (in_title != 0) std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::index_damaged) std::abort();
  }
  return 0;
}
