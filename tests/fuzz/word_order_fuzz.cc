// Any bytes, read as the word order of an article: numbers and places within bounds, or an error
// that says damaged.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

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
    std::vector<std::uint32_t> title;
    std::vector<std::uint32_t> all;
    for (std::uint32_t word = 0; word < std::min(order.words(), 1000U); ++word) {
      order.add_positions(word, WordOrder::Part::title, title);
      order.add_positions(word, WordOrder::Part::all, all);
    }
    if (title.size() > all.size()) std::abort();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::index_damaged) std::abort();
  }
  return 0;
}
