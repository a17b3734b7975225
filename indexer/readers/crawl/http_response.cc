#include "indexer/readers/crawl/http_response.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"
#include "indexer/readers/crawl/content_coding.h"
#include "indexer/readers/crawl/header_fields.h"

namespace backfile {
namespace {

/// Of the line "HTTP/1.1 200 OK"; 0 when it is another.
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) return 0;
  int status = 0;
  std::from_chars(line.data() + space + 1, line.data() + line.size(), status);
  return status;
}

/// "gzip, br" → the last that was applied first.
std::vector<std::string> codings_of(std::string_view value) {
  std::vector<std::string> codings;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    codings.push_back(lower_case(trim(value.substr(0, comma))));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  std::reverse(codings.begin(), codings.end());
  return codings;
}

void read_body(HttpResponse& response, const HeaderFields& fields, std::string_view bytes) {
  constexpr std::size_t most_codings = 3;
  std::string storage;
  const bool chunked = lower_case(fields.get("transfer-encoding")).ends_with("chunked");
  response.body = chunked ? without_chunks(bytes, storage) : bytes;
  const auto codings = codings_of(fields.get("content-encoding"));
  if (codings.size() > most_codings) response.is_readable = false;
  for (const std::string& coding : codings) {
    if (!response.is_readable) break;
    auto body = decoded(response.body, coding);
    response.is_readable = body.has_value();
    if (body) response.body = std::move(*body);
  }
}

}  // namespace

std::string media_type(std::string_view content_type, std::string& charset) {
  const std::string lower = lower_case(content_type);
  constexpr std::string_view name = "charset=";
  const std::size_t at = lower.find(name);
  if (at != std::string::npos) {
    std::string_view value = std::string_view(lower).substr(at + name.size());
    value = value.substr(0, value.find_first_of("; ,"));
    while (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    charset = value.substr(0, value.find_first_of("\"'"));
  }
  return std::string(trim(std::string_view(lower).substr(0, lower.find_first_of(";,"))));
}

HttpResponse read_http_response(std::string_view bytes) {
  HttpResponse response;
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  response.status = status_of(bytes.substr(0, line_end));
  if (response.status == 0) {
    response.body = bytes;
    return response;
  }
  const HeaderFields fields(bytes.substr(std::min(line_end + 1, bytes.size())));
  response.content_type = media_type(fields.get("content-type"), response.charset);
  const std::size_t head = std::min(line_end + 1 + fields.size(), bytes.size());
  read_body(response, fields, bytes.substr(head));
  return response;
}

}  // namespace backfile
