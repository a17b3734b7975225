#include "common/terminal/link.h"

#include <unistd.h>

#include <algorithm>
#include <array>

namespace backfile {
namespace {

void append_encoded(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4U];
  out += digits[byte & 0x0FU];
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

bool begins_with(std::string_view address, std::string_view scheme) {
  return address.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), address.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); });
}

bool may_be_opened(std::string_view address) {
  constexpr std::array<std::string_view, 3> schemes{"https://", "http://", "file://"};
  return std::any_of(schemes.begin(), schemes.end(),
                     [&](std::string_view scheme) { return begins_with(address, scheme); });
}

}  // namespace

std::string file_uri(std::string_view path) {
  if (!path.starts_with('/')) return {};
  std::string uri = "file://" + host_name();
  for (const char c : path) is_unreserved(c) ? uri.push_back(c) : append_encoded(uri, c);
  return uri;
}

void append_link(std::string& out, std::string_view address, std::string_view text) {
  constexpr std::string_view begin = "\x1b]8;;";
  constexpr std::string_view end = "\x1b\\";
  // Terminals take no more, and what is longer is no address.
  constexpr std::size_t longest = 2000;
  if (!may_be_opened(address) || address.size() > longest) {
    out += text;
    return;
  }
  out += begin;
  for (const char c : address) c > ' ' && c < '\x7F' ? out.push_back(c) : append_encoded(out, c);
  out.append(end).append(text).append(begin).append(end);
}

}  // namespace backfile
