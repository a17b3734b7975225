// Any bytes, read as a group of words of an article: numbers and places within bounds, or an error
// that says damaged.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/word_group.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const WordGroup group(bytes);
    for (std::uint64_t hash = 0; hash < 64; ++hash) {
      const auto word = group.find(hash << 58 | hash);
      if (word && *word >= group.words()) std::abort();
    }
    std::vector<std::uint32_t> some;
    std::vector<std::uint32_t> all;
    for (std::uint32_t word = 0; word < std::min(group.words(), 1000U); ++word) {
      group.add_positions(word, 20, some);
      group.add_positions(word, ~std::uint32_t{0}, all);
    }
    if (some.size() > all.size()) std::abort();
    word_group::title_end(bytes);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::index_damaged) std::abort();
  }
  return 0;
}
