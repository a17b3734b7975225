// Any bytes, read as a query: a tree that prints as itself, or an error with a place inside.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/query/parser.h"
#include "searcher/query/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace backfile;
  const std::string_view query(reinterpret_cast<const char*>(data), size);
  try {
    const Node node = parse_query(query);
    if (draw_tree(node).empty()) std::abort();
    try {
      if (parse_query(print_query(node)) != node) std::abort();
    } catch (const Error&) {
      std::abort();
    }
  } catch (const Error& error) {
    const auto& place = error.place();
    if (error.code() != ErrorCode::bad_query || !place) std::abort();
    if (place->position + place->length > size) std::abort();
  }
  return 0;
}
