// Any text, read as a date: what comes out is credible, and reads as itself.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/enrichment/written_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const WrittenDate read = read_date({reinterpret_cast<const char*>(data), size});
  if (read.date.has_value() != (read.status == DateStatus::credible)) std::abort();
  if (!read.date) return 0;
  const std::string iso = read.date->iso();
  if (read.date->year() < 1600 || read_date(iso).date->iso() != iso) std::abort();
  return 0;
}
