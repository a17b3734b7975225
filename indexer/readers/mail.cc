#include "indexer/readers/mail.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace backfile {
namespace {

using namespace std::string_view_literals;

/// Written by programs that pass mail on, and by nobody else.
constexpr std::array own_fields{"Return-Path:"sv,  "Received:"sv,   "Delivered-To:"sv,
                                "Message-ID:"sv,   "Message-Id:"sv, "MIME-Version:"sv,
                                "Mime-Version:"sv, "X-Mailer:"sv,   "DKIM-Signature:"sv};

bool is_own_field(std::string_view line) {
  return std::any_of(own_fields.begin(), own_fields.end(),
                     [&](std::string_view field) { return line.starts_with(field); });
}

/// "From a@b.c Tue Mar  2 10:00:00 2021", as mbox begins each message (RFC 4155).
bool is_envelope(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  constexpr std::size_t year = 4;
  if (!line.starts_with("From ") || line.size() < 2 * year) return false;
  return line.substr(line.size() - year).find_first_not_of("0123456789") ==
             std::string_view::npos &&
         std::count(line.begin(), line.end(), ':') == 2;
}

/// "Name: …", the rest of a folded field, or mbox's "From …" line.
bool is_head_line(std::string_view line) {
  if (line.starts_with(' ') || line.starts_with('\t') || line.starts_with("From ")) return true;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos &&
         line.substr(0, colon).find(' ') == std::string_view::npos;
}

}  // namespace

bool is_mail(std::string_view text) {
  bool has_own = false;
  bool has_sender = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = text.substr(start, end - start);
    if (line.empty() || line == "\r") break;
    if (!is_head_line(line)) return false;
    has_sender |= line.starts_with("From:");
    has_own |= is_own_field(line) || is_envelope(line);
    start = end + 1;
  }
  return has_own && has_sender;
}

}  // namespace backfile
