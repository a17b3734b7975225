#include "searcher/query/query_error.h"

#include <utility>

#include "common/text/utf8.h"

namespace backfile {

void fail_query(Place place, const std::string& message, std::string hint) {
  throw Error(ErrorCode::bad_query, message, std::move(hint), place);
}

std::string quoted(std::string_view words) {
  constexpr std::size_t longest = 60;
  const std::string_view head = utf8_prefix(words, longest);
  return '"' + to_valid_utf8(head) + (head.size() < words.size() ? "…" : "") + '"';
}

}  // namespace backfile
