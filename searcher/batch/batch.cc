#include "searcher/batch/batch.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/search/searcher.h"

namespace backfile {
namespace {

Error with_line(const Error& error, std::size_t line) {
  const std::string message = fmt::format("line {}: {}", line, error.what());
  return error.place() ? Error(error.code(), message, error.hint(), *error.place())
                       : Error(error.code(), message, error.hint());
}

BatchLine search_line(IndexReader& index, const Request& request, std::size_t number) {
  BatchLine line{number, request.query, 0, {}, std::nullopt};
  try {
    const Answer answer = search(index, request);
    line.total = answer.total;
    for (const Hit& hit : answer.hits) line.found.push_back({hit.article.id, hit.score});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_query) throw;
    line.error = with_line(error, number);
  }
  return line;
}

}  // namespace

std::vector<BatchLine> search_lines(IndexReader& index, const Request& request,
                                    std::string_view list) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (list.starts_with(byte_order_mark)) list.remove_prefix(byte_order_mark.size());
  std::vector<BatchLine> lines;
  Request each = request;
  each.advice = each.snippets = false;
  for (std::size_t number = 1; !list.empty(); ++number) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    each.query = trim(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
    if (!each.query.empty()) lines.push_back(search_line(index, each, number));
  }
  return lines;
}

ExitStatus status_of(std::span<const BatchLine> lines) {
  const auto any = [&](auto has) { return std::any_of(lines.begin(), lines.end(), has); };
  if (any([](const BatchLine& line) { return line.error.has_value(); })) return ExitStatus::failure;
  return any([](const BatchLine& line) { return line.total > 0; }) ? ExitStatus::success
                                                                   : ExitStatus::incomplete;
}

}  // namespace backfile
