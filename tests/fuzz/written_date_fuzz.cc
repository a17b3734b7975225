// Any text, read as a date: what comes out is credible, and reads as itself.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "indexer/enrichment/written_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const WrittenDate read = read_date({reinterpret_cast<const char*>(data), size});
  if (read.date.has_value() != (read.status == DateStatus::credible)) std::abort();
  if (read.date && (read.date->year() < 1600 || read_date(read.date->iso()).date != read.date)) {
    std::abort();
  }
  return 0;
}
