// Any bytes, unpacked: no crash, no hang, and no more memory than allowed.
#include <cstdint>

#include "indexer/read_input.h"
#include "tests/support/collected.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Collected collected;
  read_input({{"/archive/file", "", 0}, bytes}, {}, collected, {4, 1UL << 20, 4UL << 20, 10});
  return 0;
}
