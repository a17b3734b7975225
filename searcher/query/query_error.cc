#include "searcher/query/query_error.h"

#include <utility>

#include "common/text/utf8.h"

namespace backfile {

void fail_query(Place place, const std::string& message, std::string hint) {
  throw Error(ErrorCode::bad_query, message, std::move(hint), place);
}

void require_utf8(std::string_view query) {
  for (std::size_t at = 0; at < query.size();) {
    const CodePoint point = code_point_at(query, at);
    if (!point.valid) {
      fail_query({at, point.length}, "the query is not UTF-8",
                 "set the terminal or the script that asks to UTF-8");
    }
    at += point.length;
  }
}

std::string quoted(std::string_view words) {
  constexpr std::size_t longest = 60;
  const std::string_view head = utf8_prefix(words, longest);
  return '"' + to_valid_utf8(head) + (head.size() < words.size() ? "…" : "") + '"';
}

}  // namespace backfile
