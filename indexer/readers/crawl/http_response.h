#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

/// An answer of a web server, as crawlers store it.
struct HttpResponse {
  int status = 0;            ///< 200, 404, …; 0 when the bytes are no HTTP message
  std::string content_type;  ///< in lower case, without parameters ("text/html")
  std::string charset;       ///< as the server says, or empty
  std::string body;          ///< without chunks and codings
  bool is_readable = true;   ///< false: the body is in a coding that we do not know, or a bomb
};

/// Reads an HTTP/1.x message (RFC 9112). Bytes that are none are a body without a head.
HttpResponse read_http_response(std::string_view bytes);

/// "text/html; charset=utf-8" → "text/html", and the charset.
std::string media_type(std::string_view content_type, std::string& charset);

}  // namespace backfile
