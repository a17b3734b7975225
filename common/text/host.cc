#include "common/text/host.h"

#include <algorithm>
#include <array>

#include "common/text/lower_case.h"
#include "common/text/utf8.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::array needless{"www."sv, "www2."sv, "m."sv, "mobile."sv, "amp."sv};

/// "user@host:80/path" → "host" (RFC 3986, section 3.2).
std::string_view host_part(std::string_view text) {
  text = text.substr(0, text.find_first_of("/?#"));
  if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
    text.remove_prefix(at + 1);
  }
  return text.substr(0, text.find(':'));
}

std::string_view without_scheme(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme != std::string_view::npos) return text.substr(scheme + 3);
  return text.starts_with("//") ? text.substr(2) : text;
}

}  // namespace

bool is_host(std::string_view text) {
  const bool characters = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           (c & 0x80) != 0;
  });
  const std::size_t dot = text.rfind('.');
  return characters && dot != std::string_view::npos && dot != 0 && dot + 2 < text.size();
}

std::string host_of(std::string_view text) {
  std::string host = lower_case(host_part(without_scheme(trim(text))));
  for (const std::string_view prefix : needless) {
    const std::string_view rest =
        std::string_view(host).substr(std::min(prefix.size(), host.size()));
    if (host.starts_with(prefix) && is_host(rest)) {
      host.erase(0, prefix.size());
      break;
    }
  }
  return is_host(host) ? host : std::string();
}

std::string host_above(std::string_view host) {
  const std::size_t dot = std::min(host.find('.'), host.size());
  const std::string_view rest = host.substr(std::min(dot + 1, host.size()));
  return rest.find('.') == std::string_view::npos ? std::string() : std::string(rest);
}

}  // namespace backfile
